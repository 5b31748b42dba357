//! The contrast of text on every background that it can be on.

use std::collections::BTreeMap;

/// The colours of a theme by their names: in light, and in dark.
type Colours = BTreeMap<String, [[f64; 3]; 2]>;

/// Red, green and blue, as light.
fn light(hex: &str) -> [f64; 3] {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    [channel(1), channel(3), channel(5)]
}

/// As WCAG 2 measures it, from 1 to 21.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let luminance = |[red, green, blue]: [f64; 3]| 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

/// The colours that a stretch of the stylesheet sets, over those that it had.
fn colours(css: &str, mut colours: Colours) -> Colours {
    for line in css.lines() {
        let Some((name, value)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(": ")) else {
            continue;
        };
        let hex: Vec<&str> = value.match_indices('#').filter_map(|(at, _)| value.get(at..at + 7)).collect();
        let both = match hex.as_slice() {
            [both] => [light(both); 2],
            [in_light, in_dark] => [light(in_light), light(in_dark)],
            _ => continue,
        };
        colours.insert(name.to_owned(), both);
    }
    colours
}

#[test]
fn text_is_legible_on_every_ground_in_every_theme() {
    let css = include_str!("../../styles/tokens.css");
    let (plain, contrasting) = css.split_once("[data-theme=\"contrast\"]").unwrap();
    let plain = colours(plain, Colours::new());
    let contrasting = colours(contrasting, plain.clone());
    let texts =
        ["ink", "ink-quiet", "ink-dim", "accent", "except", "addressee", "partner", "beneficiary", "topic", "own"];
    let grounds = ["paper", "raised", "found"];
    let mut pairs: Vec<(&str, &str)> =
        texts.iter().flat_map(|text| grounds.map(|ground| (*text, ground))).collect();
    pairs.extend([("on-hit", "hit"), ("on-accent", "accent")]);
    let mut faint = Vec::new();
    for (theme, colours) in [("plain", &plain), ("contrast", &contrasting)] {
        for (text, ground) in &pairs {
            // What is dimmed stays fainter than the rest there too.
            let wanted = if theme == "contrast" && *text != "ink-dim" { 7.0 } else { 4.5 };
            for (n, scheme) in ["light", "dark"].iter().enumerate() {
                let is = contrast(colours[*text][n], colours[*ground][n]);
                if is < wanted {
                    faint.push(format!("{text} on {ground}, {theme} {scheme}: {is:.2}"));
                }
            }
        }
    }
    assert!(faint.is_empty(), "{faint:#?}");
}
