//! Reads the terms of employment that a sentence states: hours, contract, start, openings, deadline, how to apply.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate, employment_types_in, list_file, month_names, openings_in};
use regex::{Regex, RegexSet};

use crate::{
    text::sentences::{Sentence, pattern, spaced},
    understanding::{
        acts, statements,
        updates::{add, set},
    },
};

struct Terms {
    /// Finds the patterns that occur at all, in one pass.
    any: RegexSet,
    each: Vec<Pattern>,
}

struct Pattern {
    field: Field,
    regex: Regex,
    /// Is the value a day or a month?
    is_date: bool,
}

static TERMS: LazyLock<Terms> = LazyLock::new(|| {
    let lines = list_file::named(include_str!("../../data/lists/terms.txt"));
    let lines: Vec<_> =
        lines.filter_map(|(name, source)| Some((name.parse::<Field>().ok()?, source))).collect();
    let sources: Vec<String> = lines.iter().map(|(_, source)| expanded(source)).collect();
    let compiled = lines.iter().zip(&sources).map(|((field, source), expanded)| Pattern {
        field: *field,
        regex: pattern(expanded),
        is_date: source.contains("{day}") || source.contains("{month}"),
    });
    let each = compiled.collect();
    #[expect(clippy::expect_used, reason = "a committed file")]
    Terms { any: RegexSet::new(&sources).expect("terms.txt"), each }
});

fn expanded(source: &str) -> String {
    // The names of months are looked up in what was found: each in each pattern would make the patterns too large.
    const MONTH: &str = r"\p{L}{3,}";
    // The letters of the product's languages: all letters of Unicode would make the patterns too large.
    const LETTER: &str = r"a-zß-öø-ÿąćęłńóśźżœ\u{621}-\u{64a}";
    const CAPITAL: &str = r"A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻŒ\u{621}-\u{64a}";
    const DAY: &str = r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}(?:\. ?|st|nd|rd|th|er|º)?(?: of| de)? ?\p{L}{3,}\.?(?:,?(?: de)? [0-9]{4})?|\p{L}{3,}\.? [0-9]{1,2}(?:st|nd|rd|th)?(?:,? [0-9]{4})?|[0-9]{1,2}[./][0-9]{1,2}\.?(?:[./]?[0-9]{2,4})?)";
    let source = source.replace("{day}", DAY).replace("{month}", MONTH);
    let source =
        source.replace(r"\p{Lu}", &format!("(?-i:[{CAPITAL}])")).replace(r"[\p{L}", &format!("[{LETTER}"));
    let source = spaced(&source.replace(r"\p{L}", &format!("[{LETTER}]")));
    format!(r"(?i)(?:^|\b)(?:{source})(?:\b|$|\W)")
}

/// A term, with its bytes in the sentence.
struct Term {
    field: Field,
    at: Range<usize>,
}

/// The terms that a sentence states. `known` is what it says of other fields, `title` the range of the title in the message.
pub(crate) fn find(
    sentence: &Sentence<'_>,
    known: &[ProposedUpdate],
    title: &Range<usize>,
) -> Vec<ProposedUpdate> {
    if sentence.is_question || !acts::removal(sentence).is_empty() {
        return Vec::new();
    }
    let text = sentence.text();
    let mut found: Vec<ProposedUpdate> = employment_types_in(text)
        .into_iter()
        .map(|(kind, at)| add(Field::EmploymentTypes, kind.as_str(), &text[at]))
        .collect();
    found.extend(openings_in(text).map(|(number, at)| set(Field::Openings, &number.to_string(), &text[at])));
    let is_said = |it: &Term| known.iter().any(|update| update.quote.contains(&text[it.at.clone()]));
    for term in terms(text).iter().filter(|it| !is_in_title(sentence, it, title)) {
        let value = text[term.at.clone()].trim_matches([' ', ',', '.', ';', ':']);
        if matches!(term.field, Field::Relocation | Field::Travel) && is_said(term) {
            continue;
        }
        found.push(if term.field.is_list() {
            add(term.field, value, value)
        } else {
            set(term.field, value, value)
        });
    }
    // "No night shifts" says what is not, which is a term too; "not full-time" is read with the types.
    found.retain(|it| it.field != Field::ContractLength || !statements::is_negated(&it.quote));
    found
}

fn is_in_title(sentence: &Sentence<'_>, term: &Term, title: &Range<usize>) -> bool {
    let from = sentence.text_start();
    from + term.at.start < title.end && title.start < from + term.at.end
}

/// Is it a day in figures, or does it name a month?
fn is_date(text: &str) -> bool {
    static MONTHS: LazyLock<HashSet<String>> =
        LazyLock::new(|| month_names().map(str::to_lowercase).collect());
    let is_month = |word: &str| MONTHS.contains(&word.to_lowercase());
    let mut words =
        text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.chars().count() > 2);
    if words.any(is_month) {
        return true;
    }
    // "24/7" and "8.30" are no days.
    let numbers: Vec<u32> = text.split(['.', '/', '-', ' ']).filter_map(|part| part.parse().ok()).collect();
    let is_day = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    let fits = match numbers[..] {
        [year, month, day] if year > 1_000 => is_day(day, month),
        [one, other, ..] => is_day(one, other) || is_day(other, one),
        _ => false,
    };
    fits && text.trim() != "24/7" && !text.contains(char::is_alphabetic)
}

/// Of overlapping terms of one field the longest counts, of several terms of a field with one value the first.
fn terms(text: &str) -> Vec<Term> {
    let mut all = Vec::new();
    for at in TERMS.any.matches(text) {
        let pattern = &TERMS.each[at];
        all.extend(pattern.regex.captures_iter(text).filter_map(|captures| {
            let value = captures.iter().skip(1).flatten().next().or_else(|| captures.get(0))?;
            // The "out" of "about" is no October.
            let is_word = !text[..value.start()].ends_with(char::is_alphanumeric);
            let is_meant = !pattern.is_date || is_word && is_date(value.as_str());
            is_meant.then(|| Term { field: pattern.field, at: value.range() })
        }));
    }
    all.sort_by_key(|term| (term.at.start, std::cmp::Reverse(term.at.end)));
    let mut kept: Vec<Term> = Vec::new();
    for term in all {
        let overlaps =
            |it: &Term| it.field == term.field && it.at.start < term.at.end && term.at.start < it.at.end;
        let is_second = |it: &Term| it.field == term.field && !term.field.is_list();
        if !kept.iter().any(|it| overlaps(it) || is_second(it)) {
            kept.push(term);
        }
    }
    kept
}
