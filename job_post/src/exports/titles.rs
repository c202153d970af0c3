//! Titles for job boards: short, and without pay.

use crate::language::Language;
use crate::language::phrases::{Phrase, phrase};
use crate::text;
use crate::titles::without_pay;

/// Longest title, in characters.
pub(crate) const LONGEST: usize = 80;

/// The title without pay, cut at a word; a neutral title if nothing is left.
pub(crate) fn tidy(raw: &str, language: Language) -> String {
    let title = text::cut(&without_pay(raw), LONGEST);
    match title.is_empty() {
        true => phrase(language, Phrase::Untitled),
        false => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_is_removed_from_titles() {
        for (raw, expected) in [
            ("Backend Engineer", "Backend Engineer"),
            ("Backend Engineer €65k–80k", "Backend Engineer"),
            ("Backend Engineer (65,000–80,000 EUR per year)", "Backend Engineer"),
            ("Backend Engineer – up to $120k", "Backend Engineer"),
            ("Koch (m/w/d) ab 18 €/h", "Koch (m/w/d)"),
            ("$25/hour Warehouse Worker", "Warehouse Worker"),
            ("Nurse, £30k, nights", "Nurse, nights"),
            ("SAP S/4HANA Consultant, Level 3", "SAP S/4HANA Consultant, Level 3"),
            (".Net Developer Full Stack", ".Net Developer Full Stack"),
            ("C++17 Engineer (m/f/d)", "C++17 Engineer (m/f/d)"),
            ("€70k", "Open position"),
            ("  Cook\n\u{202e} ", "Cook"),
        ] {
            assert_eq!(tidy(raw, Language::English), expected, "{raw}");
        }
    }

    #[test]
    fn titles_are_short() {
        let title = tidy(&"Very Senior ".repeat(20), Language::English);
        assert!(title.chars().count() <= LONGEST && title.ends_with(['y', 'r']), "{title}");
        assert_eq!(tidy(&"é".repeat(200), Language::English).chars().count(), LONGEST);
    }
}
