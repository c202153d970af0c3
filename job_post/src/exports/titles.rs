//! Titles as job boards want them: short, and without pay. Google: "Don't include job codes, addresses, dates, salaries,
//! or company names in the title field."

use crate::language::Language;
use crate::phrases::{Say, say};
use crate::{money, values};

/// Longest title, in characters.
pub(super) const LONGEST: usize = 80;

/// Words that introduce pay and mean nothing without it.
const INTRODUCING: [&str; 18] = [
    "up to", "from", "at least", "at", "for", "paying", "pays", "salary", "pay", "earn", "ab", "bis zu",
    "bis", "von", "gehalt", "mit", "with", "minimum",
];

/// The title without pay, cut at a word; an honest stand-in where nothing is left.
pub(super) fn tidy(raw: &str, language: Language) -> String {
    let mut title = values::clean(raw);
    // What was left of two amounts may read as one; every round takes characters away.
    while let Some(pay) = money::find(&title).first() {
        let before = without_introduction(&title[..pay.span.start]);
        let after = title[pay.span.end..].trim_start_matches(['+', '.', ',', ' ']);
        title = values::clean(&format!("{before} {after}"));
    }
    let title = without_empty_brackets(&title);
    let title = values::cut(bare(&title), LONGEST);
    match title.is_empty() {
        true => say(language, Say::Untitled),
        false => title,
    }
}

fn without_introduction(before: &str) -> &str {
    let mut kept = before.trim_end();
    loop {
        let trimmed = kept.trim_end_matches([' ', ',', ':', '–', '—', '-', '|', '/', '(', '[']);
        let lower = trimmed.to_lowercase();
        let word = INTRODUCING.iter().find(|word| {
            let rest = lower.strip_suffix(**word);
            lower.len() == trimmed.len() && rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        });
        match word {
            Some(word) => kept = trimmed[..trimmed.len() - word.len()].trim_end(),
            None => return kept,
        }
    }
}

fn without_empty_brackets(title: &str) -> String {
    let mut kept = title.to_owned();
    for pair in ["()", "( )", "[]", "[ ]", "(gross)", "(brutto)"] {
        kept = kept.replace(pair, "");
    }
    values::clean(&kept)
}

/// Without separators that separate nothing, and without a bracket that lost its other half.
fn bare(title: &str) -> &str {
    let title = title.trim_matches([' ', ',', ':', ';', '–', '—', '-', '|', '/']);
    match title.matches('(').count().cmp(&title.matches(')').count()) {
        std::cmp::Ordering::Greater => title.trim_end_matches(['(', ' ', '-', '–']),
        _ => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_does_not_belong_into_a_title() {
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
