//! Removes pay from titles. Google: "Don't include job codes, addresses, dates, salaries, or company names in the title field."
//! <https://developers.google.com/search/docs/appearance/structured-data/job-posting>

use crate::{money, text};

/// Words that introduce pay and mean nothing without it.
const INTRODUCING: [&str; 18] = [
    "up to", "from", "at least", "at", "for", "paying", "pays", "salary", "pay", "earn", "ab", "bis zu",
    "bis", "von", "gehalt", "mit", "with", "minimum",
];

/// The title without pay; empty if it is nothing but pay.
pub(crate) fn without_pay(raw: &str) -> String {
    let mut title = text::clean(raw);
    let mut cut = false;
    // The rest may read as another amount. Each round removes characters, so the loop ends.
    while let Some(pay) = money::find(&title).first() {
        let before = without_introduction(&title[..pay.span.start]);
        let after = title[pay.span.end..].trim_start_matches(['+', '.', ',', ' ']);
        title = text::clean(&format!("{before} {after}"));
        cut = true;
    }
    if cut { bare(&without_empty_brackets(&title)).to_owned() } else { title }
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
    text::clean(&kept)
}

/// The title without separators at its ends and without an unmatched bracket.
fn bare(title: &str) -> &str {
    let title = title.trim_matches([' ', ',', ':', ';', '–', '—', '-', '|', '/']);
    match title.matches('(').count().cmp(&title.matches(')').count()) {
        std::cmp::Ordering::Greater => title.trim_end_matches(['(', ' ', '-', '–']),
        _ => title,
    }
}
