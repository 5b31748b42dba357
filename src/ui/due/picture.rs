use super::Entry;
use crate::i18n::lower_first;
use crate::model::{Date, Due};
use crate::ui::markup::{El, el};
use crate::ui::state::ViewContext;
use std::collections::BTreeMap;

/// The height of a line, in the picture's units.
const LINE: u32 = 24;
/// The width of paragraph names.
const NAMES: u32 = 84;
/// The margin after the years.
const MARGIN: u32 = 20;
/// The most lines that are drawn, one for each deadline. Of more, each year has a bar.
const N_LINES: usize = 80;

/// The picture reaches to today if it then has no more years than these.
const N_YEARS_TO_TODAY: u32 = 12;

/// The dimensions of the picture in its units: smaller on a narrow page, so that it stays readable when scaled.
struct Dimensions {
    /// The width of names of documents and paragraphs.
    names: u32,
    /// The most letters of a document's name.
    n_letters: usize,
    /// The width of the years.
    years: u32,
    /// The most years that are all labelled.
    n_years: u32,
}

const WIDE: Dimensions = Dimensions { names: 190, n_letters: 16, years: 300, n_years: 6 };
const NARROW: Dimensions = Dimensions { names: 184, n_letters: 12, years: 126, n_years: 3 };

/// In months since the year 0.
pub type Months = u32;

/// A deadline with its period.
type Timed<'m> = (&'m Entry<'m>, (Months, Months));

/// A timeline with a line for each deadline, starting at the day of adoption if it is known.
///
/// It is a visual form of the list below it, which is accessible to everyone. Deadlines without a date are not in it. In a
/// right-to-left interface, time goes from right to left.
pub fn picture(cx: &ViewContext, all: &[Entry]) -> Option<El> {
    let timed: Vec<Timed> = all.iter().filter_map(|entry| Some((entry, time(entry.due)?))).collect();
    if timed.len() > N_LINES {
        return Some(by_year(cx, &timed));
    }
    let several = cx.asks_several();
    let size = if cx.wide { WIDE } else { NARROW };
    let adopted =
        all.first().filter(|_| !several).and_then(|entry| entry.document.adopted).map(|day| months(day).0);
    let times = || timed.iter().map(|(_, time)| *time);
    let first = times().map(|(from, _)| from).chain(adopted).min()? / 12;
    let last = times().map(|(_, to)| to).max()?.div_ceil(12);
    let (today, this_month) = months(cx.today);
    let this_year = this_month.div_ceil(12);
    let last = if this_year <= first + N_YEARS_TO_TODAY { last.max(this_year) } else { last };
    let n_years = last.saturating_sub(first).max(1);
    let mirrored = cx.texts().language.direction() == "rtl";
    let years_from = if several { size.names } else { NAMES };
    // Short names leave more space for the years.
    let years = size.years + if cx.wide { 0 } else { size.names - years_from };
    let width_of_all = years_from + years + MARGIN;
    let across = |x: u32| if mirrored { width_of_all - x } else { x };
    let x = |months: Months| across(years_from + (months.saturating_sub(first * 12)) * years / (n_years * 12));
    let height = (timed.len() as u32 + 1) * LINE + 8;
    let step = n_years.div_ceil(size.n_years);
    let mut drawing = el("g");
    for year in (first..=last).step_by(step as usize) {
        let x = x(year * 12).to_string();
        let line = el("line").attr("x1", x.clone()).attr("x2", x.clone()).attr("y1", "18");
        drawing = drawing
            .with(line.attr("y2", height.to_string()))
            .with(el("text").attr("text-anchor", "middle").attr("x", x).attr("y", "12").text(year.to_string()));
    }
    if let Some(adopted) = adopted {
        let x = x(adopted).to_string();
        let line = el("line").attr("class", "adopted").attr("x1", x.clone()).attr("x2", x).attr("y1", "18");
        drawing = drawing.with(line.attr("y2", height.to_string()));
    }
    let has_today = (first * 12..=last * 12).contains(&today);
    if has_today {
        let at = x(today).to_string();
        let line = el("line").attr("class", "today").attr("x1", at.clone()).attr("x2", at).attr("y1", "18");
        let line = line.attr("y2", height.to_string());
        drawing = drawing.with(line.with(el("title").text(cx.texts().intake.today)));
    }
    for ((Entry { document, paragraph, due, .. }, (from, to)), n) in timed.iter().zip(0..) {
        let y = n * LINE + LINE;
        let (begins, ends) = (x(*from), x(*to));
        // Right to left, time ends at the left.
        let width = begins.abs_diff(ends).max(8);
        let left = if mirrored { begins.saturating_sub(width) } else { begins };
        let bar = el("rect")
            .attr("x", left.to_string())
            .attr("y", y.to_string())
            .attr("width", width.to_string())
            .attr("height", "14")
            .attr("rx", "4")
            .flag("data-past", *to <= today)
            .flag("data-report", due.report);
        let anchor = if mirrored { "start" } else { "end" };
        let name = el("text").attr("text-anchor", anchor).attr("x", across(years_from - 8).to_string());
        let place = cx.texts().short_place(&paragraph.id);
        let words = if several {
            [&short(document.label(), size.n_letters), cx.texts().comma, &place].concat()
        } else {
            place
        };
        let name = name.attr("y", (y + 12).to_string()).text(words);
        let said = cx.texts().due_words(due);
        let said = if several { [document.label(), " – ", &said].concat() } else { said };
        drawing = drawing.with(bar.with(el("title").text(said))).with(name);
    }
    let said = Key {
        today: has_today,
        adopted: adopted.is_some(),
        report: timed.iter().any(|(entry, _)| entry.due.report),
        other: timed.iter().any(|(entry, _)| !entry.due.report),
        past: timed.iter().any(|(_, (_, to))| *to <= today),
    };
    Some(figure(cx, (width_of_all, height), drawing, &said))
}

fn figure(cx: &ViewContext, (width, height): (u32, u32), drawing: El, key: &Key) -> El {
    let svg = el("svg")
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("role", "img")
        .attr("aria-label", cx.texts().due_picture)
        .with(drawing);
    el("figure").attr("class", "picture years").with(svg).with(key.drawn(cx))
}

/// A bar for each year in which a deadline begins, with their number.
fn by_year(cx: &ViewContext, timed: &[Timed]) -> El {
    let today = months(cx.today).0;
    let size = if cx.wide { WIDE } else { NARROW };
    let (widest, whole) = (size.names + size.years - NAMES - MARGIN, size.names + size.years + MARGIN);
    let mirrored = cx.texts().language.direction() == "rtl";
    let across = |x: u32| if mirrored { whole - x } else { x };
    let mut of_year: BTreeMap<u32, usize> = BTreeMap::new();
    for (_, (from, _)) in timed {
        *of_year.entry(from / 12).or_default() += 1;
    }
    let most = of_year.values().copied().max().unwrap_or(1);
    let is_past = |year: u32| (year + 1) * 12 <= today;
    let any_past = of_year.keys().any(|year| is_past(*year));
    let mut drawing = el("g");
    let mut y = 4;
    for (year, n) in of_year {
        let width = (widest as usize * n / most).max(2) as u32;
        let bar = el("rect")
            .attr("x", across(NAMES).min(across(NAMES + width)).to_string())
            .attr("y", y.to_string())
            .attr("width", width.to_string())
            .attr("height", "14")
            .flag("data-past", is_past(year));
        let text = |x: u32, is_before: bool, n: usize| {
            let anchor = if is_before == mirrored { "start" } else { "end" };
            let text = el("text").attr("text-anchor", anchor).attr("x", across(x).to_string());
            text.attr("y", (y + 12).to_string()).text(n.to_string())
        };
        drawing =
            drawing.with(text(NAMES - 8, true, year as usize)).with(bar).with(text(NAMES + width + 6, false, n));
        y += LINE;
    }
    let key = Key { today: false, adopted: false, report: false, other: true, past: any_past };
    figure(cx, (whole, y), drawing, &key)
}

/// A document's name, shortened if it is long, as file names may be.
fn short(name: &str, n_letters: usize) -> String {
    match name.char_indices().nth(n_letters) {
        Some((end, _)) => [name.get(..end).unwrap_or(name), "…"].concat(),
        None => name.to_owned(),
    }
}

/// The symbols that the legend explains.
#[expect(clippy::struct_excessive_bools, reason = "each is one sign that is there or not")]
struct Key {
    today: bool,
    adopted: bool,
    report: bool,
    other: bool,
    past: bool,
}

impl Key {
    /// The legend of colours and lines.
    fn drawn(&self, cx: &ViewContext) -> El {
        let texts = cx.texts();
        let signs = [
            (self.adopted, "key-adopted", texts.page.adopted),
            (self.today, "key-today", texts.intake.today),
            (self.report, "key-report", texts.report_due),
            (self.other, "key-other", texts.view_due),
            (self.past, "key-past", texts.intake.due_past),
        ];
        let sign = |(_, class, words): (bool, &'static str, &str)| {
            el("span").attr("class", class).text(lower_first(words))
        };
        el("figcaption")
            .attr("aria-hidden", "true")
            .with_each(signs.into_iter().filter(|(is_there, ..)| *is_there).map(sign))
    }
}

/// The period of a deadline: a session from September to September, or a day, month or year.
pub fn time(due: &Due) -> Option<(Months, Months)> {
    due.date.map(months).or_else(|| {
        let (from, to) = due.session.map(Due::years_of_session)?;
        Some((u32::from(from) * 12 + 8, u32::from(to) * 12 + 8))
    })
}

/// The first and last month of a date.
pub fn months(date: Date) -> (Months, Months) {
    let year = u32::from(date.year) * 12;
    match date.month {
        None => (year, year + 12),
        Some(month) => (year + u32::from(month.saturating_sub(1)), year + u32::from(month)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_lasts_from_september_to_september_and_a_month_a_month() {
        let session = Due { session: Some(75), ..Due::default() };
        assert_eq!(time(&session), Some((2020 * 12 + 8, 2021 * 12 + 8)));
        let date = |month| Due { date: Some(Date { year: 2020, month, day: None }), ..Due::default() };
        assert_eq!(time(&date(Some(1))), Some((2020 * 12, 2020 * 12 + 1)));
        assert_eq!(time(&date(None)), Some((2020 * 12, 2021 * 12)));
        assert_eq!(time(&Due { every_months: Some(12), ..Due::default() }), None);
    }
}
