//! The settings: a few choices with a few values each.
//!
//! They are `data-` attributes of `<html>`, so that only the stylesheets define their meaning, and are stored under the same
//! names. `scripts/settings.js` applies the stored ones before the first paint.

/// A setting.
#[derive(Debug)]
pub struct Setting {
    /// Its name in the storage and, after `data-`, in the attribute.
    pub key: &'static str,
    /// The values.
    pub values: &'static [&'static str],
    /// The index of the default value.
    usual: usize,
}

/// All settings, in the order they are offered.
pub static SETTINGS: [Setting; 5] = [
    Setting { key: "theme", values: &["system", "light", "dark", "contrast"], usual: 0 },
    Setting { key: "size", values: &["small", "normal", "large", "largest"], usual: 1 },
    Setting { key: "density", values: &["airy", "compact"], usual: 0 },
    Setting { key: "marks", values: &["one", "all"], usual: 0 },
    Setting { key: "keys", values: &["on", "off"], usual: 0 },
];

/// The index of the setting that marks actors and topics.
pub const MARKS: usize = 3;

/// The chosen value of each setting, by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings([usize; 5]);

impl Settings {
    /// The stored choices; unknown values become the default.
    pub fn read(kept: impl Fn(&'static str) -> Option<String>) -> Self {
        let mut settings = Self::default();
        for (setting, chosen) in SETTINGS.iter().zip(&mut settings.0) {
            let kept = kept(setting.key).unwrap_or_default();
            *chosen = setting.values.iter().position(|value| *value == kept).unwrap_or(setting.usual);
        }
        settings
    }

    /// Each setting with its chosen value.
    pub fn values(self) -> impl Iterator<Item = (&'static Setting, &'static str)> {
        SETTINGS
            .iter()
            .zip(self.0)
            .map(|(setting, n)| (setting, setting.values.get(n).copied().unwrap_or_default()))
    }

    /// Changes a setting.
    pub fn choose(&mut self, setting: usize, value: usize) {
        if let Some(chosen) = self.0.get_mut(setting) {
            *chosen = value;
        }
    }

    /// Whether actors and topics are marked in all clauses, and not only in the selected or hovered one.
    pub fn marks(self) -> bool {
        self.0.get(MARKS) == Some(&1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kept: &[(&str, &str)]) -> Vec<&'static str> {
        let kept = |key: &'static str| kept.iter().find(|(k, _)| *k == key).map(|(_, value)| (*value).to_owned());
        Settings::read(kept).values().map(|(_, value)| value).collect()
    }

    #[test]
    fn a_setting_that_was_never_chosen_or_is_damaged_has_its_default() {
        let usual = ["system", "normal", "airy", "one", "on"];
        assert_eq!(read(&[]), usual);
        assert_eq!(read(&[("theme", "Dark"), ("size", ""), ("marks", "\u{fffd}"), ("other", "dark")]), usual);
    }

    #[test]
    fn chosen_settings_are_read_back() {
        let kept = [("theme", "contrast"), ("size", "largest"), ("keys", "off")];
        assert_eq!(read(&kept), ["contrast", "largest", "airy", "one", "off"]);
    }

    #[test]
    fn a_choice_changes_one_setting() {
        let mut settings = Settings::read(|_| None);
        assert!(!settings.marks());
        settings.choose(MARKS, 1);
        settings.choose(99, 1);
        assert!(settings.marks());
        let values: Vec<_> = settings.values().map(|(_, value)| value).collect();
        assert_eq!(values, ["system", "normal", "airy", "all", "on"]);
    }
}
