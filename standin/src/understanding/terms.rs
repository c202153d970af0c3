//! Reads the terms of employment that a sentence states: hours, contract, start, openings, deadline, how to apply.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate, employment_types_in, list_file, money, month_names, openings_in};
use regex::{Regex, RegexSet, RegexSetBuilder};

use crate::{
    text::sentences::{Sentence, pattern, spaced},
    understanding::{
        acts, applications, hours, statements,
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

/// Largest size of all patterns, compiled, in bytes.
const LARGEST: usize = 1 << 25;

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
    Terms { any: RegexSetBuilder::new(&sources).size_limit(LARGEST).build().expect("terms.txt"), each }
});

/// The names of the days of the week, as alternatives of a pattern.
pub(super) static WEEKDAYS: LazyLock<String> = LazyLock::new(|| {
    let names = list_file::words(include_str!("../../data/lists/weekdays.txt"));
    format!("(?:{})", names.collect::<Vec<_>>().join("|"))
});

/// Does the text name a day of the week?
pub(crate) fn names_weekday(text: &str) -> bool {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)\b{}\b", *WEEKDAYS)));
    NAMED.is_match(text)
}

/// An hour, and one that can be no other number.
const TIME: &str =
    r"[0-9]{1,2}(?:[:.hu][0-9]{2})?(?: ?(?:am|pm|h|hs|hrs|uhr|uur|u|heures|horas|noon|noche))?";
const CLOCK: &str =
    r"[0-9]{1,2}(?:(?::|h|u)[0-9]{2}h?| ?(?:am|pm|h|hs|uhr|u)|[:.][0-9]{2} ?(?:am|pm|h|hs|uhr|uur|u))";

fn expanded(source: &str) -> String {
    // The names of months are looked up in what was found: each in each pattern would make the patterns too large.
    const MONTH: &str = r"\p{L}{3,}";
    const PART: &str = r"(?:(?:early|mid|late|the beginning of|the end of|anfang|mitte|ende|début|mi|fin|principios de|inicios de|mediados de|finales de|fines de|início de|meados de|fim de|inizio|metà|fine|primi di|begin|half|medio|eind|początku|połowie|końcu|połowy|końca|أول|منتصف|نهاية)[ -])?";
    // The letters of the product's languages: all letters of Unicode would make the patterns too large.
    const LETTER: &str = r"a-zß-öø-ÿąćęłńóśźżœ\u{621}-\u{64a}";
    const CAPITAL: &str = r"A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻŒ\u{621}-\u{64a}";
    const DAY: &str = r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}(?:\. ?|st|nd|rd|th|er|º|°)?(?: of| de)? ?\p{L}{3,}\.?(?:,?(?: de)? [0-9]{4})?|\p{L}{3,}\.? [0-9]{1,2}(?:st|nd|rd|th)?(?:,? [0-9]{4})?|[0-9]{1,2}[./][0-9]{1,2}\.?(?:[./]?[0-9]{2,4})?)";
    let source = source
        .replace("{day}", DAY)
        .replace("{month}", &format!("{PART}{MONTH}"))
        .replace("{weekday}", &WEEKDAYS);
    let source = source.replace("{time}", TIME).replace("{clock}", CLOCK);
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
        .filter(|(_, at)| !is_of_others(sentence, at) && !is_one_of_two(text, at))
        .map(|(kind, at)| add(Field::EmploymentTypes, kind.as_str(), &text[at]))
        .collect();
    found.extend(openings_in(text).map(|(number, at)| set(Field::Openings, &number.to_string(), &text[at])));
    found.extend(hours::workload(sentence, title));
    let is_said = |it: &Term| known.iter().any(|update| update.quote.contains(&text[it.at.clone()]));
    for term in terms(text).iter().filter(|it| !is_in_title(sentence, it, title)) {
        let value = text[term.at.clone()].trim_matches([' ', ',', '.', ';', ':']);
        let value = with_point(text, term, value);
        if matches!(term.field, Field::Relocation | Field::Travel) && is_said(term) {
            continue;
        }
        found.push(if term.field.is_list() {
            add(term.field, value, value)
        } else {
            set(term.field, value, value)
        });
    }
    if let Some(how) = applications::find(sentence, &found) {
        found.retain(|it| {
            it.field != how.field && !(it.field == Field::Contact && how.value.contains(&it.value))
        });
        found.push(how);
    }
    for update in found.iter_mut().filter(|it| it.field == Field::HowToApply) {
        let whole = applications::with_documents(text, &update.value).to_owned();
        (update.value, update.quote) = (whole.clone(), whole);
    }
    // "No night shifts" says what is not, which is a term too; "not full-time" is read with the types.
    // "Sem termo" is a term that begins with "without".
    let is_denied = |it: &ProposedUpdate| {
        statements::is_negated(&it.quote) && !it.quote.to_lowercase().contains("sem termo")
    };
    found.retain(|it| it.field != Field::ContractLength || !is_denied(it));
    found
}

/// "Lehrlinge betreuen", "training apprentices": somebody else's employment.
fn is_of_others(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    static CARING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:\p{L}*betreu\p{L}*|anleit\p{L}*|anlern\p{L}*|ausbilden|train(?:s|ing)?|supervis\p{L}*|mentor\p{L}*|teach\p{L}*|encadr\p{L}*|form(?:er|ation\s+d)\p{L}*|tutor\p{L}*|guid\p{L}*|seguire|formazione\s+di|formar|orientar|acompañar|begeleid\p{L}*|szkoleni\p{L}*|opiek\p{L}*)(?:[^\p{L}]|$)",
        )
    });
    let from = sentence.text_start();
    let word = sentence.words.iter().position(|word| word.at.end > from + at.start).unwrap_or(0);
    CARING.is_match(sentence.span(sentence.clause_of(word)))
}

/// "Temps plein ou 4/5e", "Vollzeit oder 80%": the type alone would deny the other possibility.
fn is_one_of_two(text: &str, at: &Range<usize>) -> bool {
    static OTHER: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)^\s+(?:or|oder|ou|o|of|lub)\s+(?:[0-9]/[0-9]|[0-9]{2,3}\s?%)"));
    OTHER.is_match(&text[at.end..])
}

/// "Ab 1.10.": in German the point belongs to the day.
fn with_point<'a>(text: &'a str, term: &Term, value: &'a str) -> &'a str {
    static DAY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^ab\s+\d{1,2}\.\s?\d{1,2}$"));
    let end = text[term.at.start..].find(value).map(|at| term.at.start + at + value.len());
    let with = |end: usize| text[end..].starts_with('.').then(|| &text[end - value.len()..=end]);
    end.filter(|_| term.field == Field::StartDate && DAY.is_match(value)).and_then(with).unwrap_or(value)
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
        // "5.30" is a time of day: only with a slash does the month come first.
        [one, other, ..] => is_day(one, other) || text.contains('/') && is_day(other, one),
        _ => false,
    };
    fits && text.trim() != "24/7" && !text.contains(char::is_alphabetic)
}

/// Are these the hours of work, and neither pay ("17 to 18.50 an hour") nor another span of time ("within 24 hours", "ab 16h")?
fn are_hours(text: &str, at: &Range<usize>, pays: &[Range<usize>]) -> bool {
    static BARE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{2})(?:[.,]\d+)?\s*\p{L}+\.?$"));
    static OF_CLOCK: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:within|innerhalb|sous|in|binnen|entro|dentro\s+de|every|alle|toutes\s+les|cada|ogni|à|a|après|ab|nach|na|om|um|vers|dès|avant|until|from|bis|de|des|von|as|às|las|até|ate|desde|dalle|dopo\s+le|después\s+de|before|after|by|at)\s*$",
        )
    });
    // "Deeltijds 24 uur" is a part of a week.
    static OF_POST: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:time|zeit|pensum|temps\s+\p{L}+|tiempo\s+\p{L}+|jornada|tempo\s+\p{L}+|tijds?|etat\p{L}*|contract|vertrag|contrat\p{L}*)[,:]?\s*$",
        )
    });
    let value = &text[at.clone()];
    if pays.iter().any(|pay| pay.start < at.end && at.start < pay.end) {
        return false;
    }
    let Some(number) = BARE.captures(value).and_then(|found| found.get(1)?.as_str().parse::<u32>().ok())
    else {
        return true;
    };
    let is_notice = text[at.end..].trim_start().to_lowercase().starts_with("notice");
    let is_span = matches!(number, 24 | 48 | 72) && !OF_POST.is_match(&text[..at.start]);
    !(is_span || is_notice || OF_CLOCK.is_match(&text[..at.start]))
}

/// The value with the small words that say something of it: "ab Dezember", "… im Wechsel".
fn whole(text: &str, field: Field, at: Range<usize>) -> Range<usize> {
    const FROM: &str = "ab ";
    let before = at.start.checked_sub(FROM.len()).and_then(|start| text.get(start..at.start));
    match field {
        Field::WorkingHours => at.start..hours::end_of(text, at.end),
        Field::StartDate if before.is_some_and(|before| before.to_lowercase() == FROM) => {
            at.start - FROM.len()..at.end
        }
        _ => at,
    }
}

/// Most bytes between two terms of one contract.
const APART: usize = 3;

/// Of overlapping terms of one field the longest counts, of several terms of a field with one value the first.
fn terms(text: &str) -> Vec<Term> {
    let mut all = Vec::new();
    let pays: Vec<Range<usize>> = money::find(text).into_iter().map(|pay| pay.span).collect();
    for at in TERMS.any.matches(text) {
        let pattern = &TERMS.each[at];
        all.extend(pattern.regex.captures_iter(text).filter_map(|captures| {
            let value = captures.iter().skip(1).flatten().next().or_else(|| captures.get(0))?;
            // The "out" of "about" is no October.
            let is_word = !text[..value.start()].ends_with(char::is_alphanumeric);
            let is_meant = !pattern.is_date || is_word && is_date(value.as_str());
            let are_of_work =
                || are_hours(text, &value.range(), &pays) && !hours::are_of_opening(text, &value.range());
            let is_meant = is_meant && (pattern.field != Field::WorkingHours || are_of_work());
            is_meant.then(|| Term { field: pattern.field, at: whole(text, pattern.field, value.range()) })
        }));
    }
    all.sort_by_key(|term| (term.at.start, std::cmp::Reverse(term.at.end)));
    let mut kept: Vec<Term> = Vec::new();
    for term in all {
        // "For the winter season, until the middle of April".
        let beside = |it: &&mut Term| {
            let gap = text.get(it.at.end..term.at.start);
            let is_beside = gap.is_some_and(|gap| gap.len() <= APART && !gap.contains(char::is_alphanumeric));
            it.field == Field::ContractLength && it.field == term.field && is_beside
        };
        if let Some(before) = kept.iter_mut().find(beside) {
            before.at.end = term.at.end;
            continue;
        }
        let overlaps =
            |it: &Term| it.field == term.field && it.at.start < term.at.end && term.at.start < it.at.end;
        let is_second = |it: &Term| it.field == term.field && !term.field.is_list();
        if !kept.iter().any(|it| overlaps(it) || is_second(it)) {
            kept.push(term);
        }
    }
    kept
}
