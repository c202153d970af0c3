//! Corrects a number in a list: "6 Wochen Ferien, nicht 5", "sorry 42 hrs not 45", "toch 28 uur", "le rabais est de 40%".

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, Op, ProposedUpdate};
use regex::Regex;

use crate::{
    text::sentences::{Sentence, pattern},
    turn::Turn,
    understanding::{
        acts,
        updates::{add, remove, set},
    },
};

/// The lists whose items may hold a number.
pub(super) const LISTS: [Field; 6] = [
    Field::WorkingHours,
    Field::Benefits,
    Field::Requirements,
    Field::Responsibilities,
    Field::AdditionalPay,
    Field::Notes,
];
/// Most words of a sentence that only corrects.
pub(super) const LONGEST: usize = 16;
/// The shortest word, in letters, that tells what an item is about.
pub(super) const TELLING: usize = 4;
/// Most words of a sentence that says a number again and nothing else.
const SHORT: usize = 4;
/// Most letters between "not" and the old number.
const NEAR: usize = 12;

/// A number that a sentence says anew.
struct Restated<'a> {
    number: &'a str,
    unit: String,
    /// The old number, if the sentence names it.
    old: Option<&'a str>,
    /// The clause of the new number: "36h pas 35" in "36h pas 35, y'a une réunion le mercredi".
    clause: &'a str,
}

fn restated<'a>(sentence: &Sentence<'a>) -> Option<Restated<'a>> {
    let text = sentence.text();
    let figures = figures(text);
    let old = figures.iter().find(|it| it.is_old).map(|it| &text[it.at.clone()]);
    let mut new = figures.iter().filter(|it| !it.is_old);
    let (first, None) = (new.next()?, new.next()) else { return None };
    // "32 uur kan ook": both are possible.
    const ALSO: &[&str] =
        &["also", "auch", "ook", "aussi", "también", "também", "anche", "też", "również", "أيضا", "either"];
    // "Toch 28 uur, di ook even" adds a day and corrects the hours.
    let from = sentence.text_start() + first.at.start;
    let word = sentence.words.iter().position(|word| word.at.end > from).unwrap_or(0);
    let clause = sentence.clause_of(word);
    if sentence.has_any(clause.clone(), ALSO) && old.is_none() {
        return None;
    }
    let corrects = old.is_some() || acts::does(sentence, "correct") || acts::does(sentence, "restate");
    let is_meant = !sentence.is_question && corrects && sentence.words.len() <= LONGEST;
    is_meant.then(|| Restated {
        number: &text[first.at.clone()],
        unit: first.unit.clone(),
        old,
        clause: sentence.span(clause),
    })
}

/// "Make that 2 baristas": does the title's noun follow the number?
fn counts_title(turn: &Turn, sentence: &Sentence<'_>) -> bool {
    let title = turn.text("title").to_lowercase();
    let stem = |word: &str| word.chars().take(TELLING).collect::<String>();
    sentence.words.windows(2).any(|pair| {
        pair[0].lower.chars().all(|digit| digit.is_ascii_digit())
            && pair[1].lower.chars().count() >= TELLING
            && title.split_whitespace().any(|word| word.starts_with(&stem(&pair[1].lower)))
    })
}

struct Figure {
    at: Range<usize>,
    /// The beginning of the word behind it, or its sign: "wo" for weeks, "%".
    unit: String,
    is_old: bool,
}

/// The items that the sentence gives another number, and the new number of people.
pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>) -> Vec<ProposedUpdate> {
    let Some(Restated { number, unit, old, clause }) = restated(sentence) else { return Vec::new() };
    let mut found = Vec::new();
    let openings = turn.shown("openings");
    let is_of_openings =
        !openings.is_empty() && (old == Some(&*openings) || old.is_none() && counts_title(turn, sentence));
    if is_of_openings {
        found.push(set(Field::Openings, number, clause));
    }
    for field in LISTS {
        let items = turn.list(field.as_str());
        let meant: Vec<(&str, String)> = items
            .iter()
            .filter_map(|item| Some((*item, renumbered(item, number, &unit, old, sentence, false)?)))
            .collect();
        if let [(item, corrected)] = &*meant {
            found.extend([remove(field, item, clause), add(field, corrected, clause)]);
        }
    }
    found
}

/// Corrects an item of the same message: "5 weeks off … no wait, 6 weeks".
pub(crate) fn correct(sentence: &Sentence<'_>, updates: &mut [ProposedUpdate]) -> bool {
    let Some(Restated { number, unit, old, .. }) = restated(sentence) else { return false };
    // "No perdona, 20%" directly behind "15% de descuento".
    let only_corrects = sentence.words.len() <= SHORT;
    let mut meant = updates.iter_mut().filter_map(|update| {
        let is_item = update.op == Op::Add && LISTS.contains(&update.field);
        let corrected = is_item
            .then(|| renumbered(&update.value, number, &unit, old, sentence, only_corrects))
            .flatten()?;
        Some((update, corrected))
    });
    let (Some((update, corrected)), None) = (meant.next(), meant.next()) else { return false };
    update.value = corrected;
    true
}

/// The item with the new number, if the sentence is about it.
fn renumbered(
    item: &str,
    number: &str,
    unit: &str,
    old: Option<&str>,
    sentence: &Sentence<'_>,
    only_corrects: bool,
) -> Option<String> {
    let held = figures(item);
    let [figure] = &*held else { return None };
    let value = &item[figure.at.clone()];
    if value == number || old.is_some_and(|old| old != value) {
        return None;
    }
    let lower = item.to_lowercase();
    let is_shared = |word: &str| {
        word.chars().count() >= TELLING && lower.contains(word) && !word.chars().all(char::is_numeric)
    };
    let names_it = sentence.words.iter().any(|word| is_shared(&word.lower));
    let is_of_unit = !unit.is_empty() && unit == figure.unit;
    // "No, 5 not 4" without a unit may be about anything that is four.
    let is_meant = names_it || is_of_unit && (old.is_some() || only_corrects || unit != "%");
    is_meant.then(|| format!("{}{number}{}", &item[..figure.at.start], &item[figure.at.end..]))
}

fn figures(text: &str) -> Vec<Figure> {
    static FIGURE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d+(?:[.,:]\d+)*"));
    let found = FIGURE.find_iter(text).map(|found| found.range());
    let figure =
        |at: Range<usize>| Figure { unit: unit(&text[at.end..]), is_old: is_replaced(text, &at), at };
    found.map(figure).collect()
}

/// Do the words before say that something else takes its place: "not 5", "al posto di lunedì"?
pub(super) fn is_replaced(text: &str, at: &Range<usize>) -> bool {
    static OLD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:not|nicht|no|non|não|nao|nie|niet|pas|plutôt\s+qu(?:e|['’])|instead\s+of|rather\s+than|statt|anstatt|au\s+lieu\s+de|en\s+vez\s+de|en\s+lugar\s+de|em\s+vez\s+de|invece\s+di|al\s+posto\s+di|in\s+plaats\s+van|zamiast|oublie[rz]?\s+l[ea]s?|forget\s+the|بدل|وليس|مش)\s*(?:\p{L}+\s+)?$",
        )
    });
    let near = text[..at.start].char_indices().rev().nth(NEAR * 2).map_or(0, |(start, _)| start);
    OLD.is_match(&text[near..at.start])
}

/// The first letters of the word behind a number: hours are "hrs" and "hours", weeks "Wochen" and "Woche".
fn unit(behind: &str) -> String {
    let behind = behind.trim_start();
    if behind.starts_with('%') {
        return "%".to_owned();
    }
    behind.chars().take_while(|letter| letter.is_alphabetic()).take(1).flat_map(char::to_lowercase).collect()
}
