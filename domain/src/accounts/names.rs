//! Names that people are shown: of people, organizations, keys and companies.

use unicode_normalization::UnicodeNormalization;

use super::characters::{has_deceptive_marks, is_hidden, is_space, is_spelling, is_visible};
use crate::error::{Error, Result};

const LENGTHS: std::ops::RangeInclusive<usize> = 1..=200;

/// Brings a name into the form that is stored: NFC, each run of spaces one plain space, none at the ends. Such a name shows
/// what it contains: something visible, and no characters that are hidden or turn their neighbours around.
///
/// # Errors
/// [`Error::Invalid`] for `pointer`.
pub(crate) fn check_name(pointer: &'static str, name: &str) -> Result<String> {
    let name = tidy(name);
    if !LENGTHS.contains(&name.chars().count()) {
        return Err(Error::invalid(pointer, "Use 1 to 200 characters."));
    }
    if !is_visible(&name) || has_hidden_characters(&name) || has_deceptive_marks(&name) {
        return Err(Error::invalid(pointer, "Use characters that can be seen."));
    }
    Ok(name)
}

fn tidy(name: &str) -> String {
    let words = name.split(is_space).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join(" ");
    name.trim().nfc().collect()
}

pub(crate) fn has_hidden_characters(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    (0..chars.len()).any(|at| {
        let before = at.checked_sub(1).and_then(|before| chars.get(before)).copied();
        is_hidden(chars[at]) && !is_spelling(before, chars[at], chars.get(at + 1).copied())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(name: &str) -> Option<String> {
        check_name("/name", name).ok()
    }

    #[test]
    fn a_name_that_hides_something_is_refused() {
        for hidden in [
            "",
            " ",
            "\u{200b}",
            "\u{3164}",
            "\u{2800}",
            "\u{301}",
            "\u{ad}",
            "\u{feff}",
            "\u{115f}\u{1160}",
            "Ada\u{200b}",
            "Ada\u{2060}",
            "Ada\u{feff}",
            "A\u{ad}da",
            "Ada\u{2028}Byron",
            "Ada\u{2029}x",
            "\u{202e}adA",
            "Ada\u{2066}x\u{2069}",
            "\u{61c}Ada",
            "Ada\u{200f}",
            "Ada\u{e0041}",
            "Ada\u{fe0f}",
            "Ad\u{200d}a",
            "Ad\u{200c}a",
            "Ada\nByron",
            "Ada\tByron",
            "Ada\u{0}",
            "Ada\u{85}x",
            "Ada\u{e000}",
            "Ada\u{fff9}x\u{fffb}",
            "Ada\u{180e}",
            "Ada\u{1d173}",
            "Ada\u{10ffff}",
            "i\u{307}",
            "Ada \u{301}",
            "Z\u{30d}\u{30e}\u{304}\u{305}\u{33f}algo",
            "A\u{331}\u{331}",
        ] {
            assert_eq!(checked(hidden), None, "{hidden:?}");
        }
    }

    #[test]
    fn a_name_in_any_script_is_kept_in_one_form() {
        for name in [
            "Ada Lovelace",
            "O'Brien & Söhne (GmbH) – 1.",
            "Ольга",
            "محمد بن سلمان",
            "דוד",
            "李小龍",
            "ひらがな",
            "김철수",
            "मीरा",
            "क्\u{200d}ष",
            "علی\u{200c}رضا",
            "Nguyễn Văn Ánh",
            "Papaya 🥭",
            "👩\u{200d}💻 Ada",
            "❤\u{fe0f}",
        ] {
            assert_eq!(checked(name).as_deref(), Some(name));
        }
        assert_eq!(checked("  Rene\u{301}  \u{a0}\u{3000}Martin ").as_deref(), Some("René Martin"));
        assert_eq!(checked(&"x".repeat(201)), None);
    }
}
