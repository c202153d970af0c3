//! Corrects a day, the hours or the class of a licence in a list: "playground duty is Thursdays", "6h-10h en fait",
//! "martedì al posto di lunedì"; and a number within one sentence: "two weeks vacation, no wait, three now".

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, Op, ProposedUpdate};
use regex::Regex;

use crate::{
    text::sentences::{Sentence, pattern},
    turn::Turn,
    understanding::{
        acts,
        restated::{LISTS, LONGEST, TELLING, is_replaced},
        terms::WEEKDAYS,
        updates::{add, remove},
    },
};

/// Most words behind "no wait" in a sentence that corrects itself.
const LONGEST_CORRECTION: usize = 5;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Hours,
    Day,
    Licence,
}

/// What a sentence gives in place of something else.
struct Correction<'a> {
    form: &'static Regex,
    kind: Kind,
    new: &'a str,
    old: Option<&'a str>,
}

/// The items of the post that the sentence corrects, with their new texts.
pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>) -> Vec<ProposedUpdate> {
    let text = sentence.text();
    let Some(correction) = read(sentence) else { return Vec::new() };
    let mut found = Vec::new();
    for field in LISTS {
        let items = turn.list(field.as_str());
        let mut meant = items.iter().filter_map(|it| Some((*it, correction.applied(field, it, sentence)?)));
        if let (Some((item, corrected)), None) = (meant.next(), meant.next()) {
            found.extend([remove(field, item, text), add(field, &corrected, text)]);
        }
    }
    found
}

/// Corrects an item of the same message. Returns the new words.
pub(crate) fn correct<'a>(sentence: &Sentence<'a>, updates: &mut [ProposedUpdate]) -> Option<&'a str> {
    let correction = read(sentence)?;
    let mut meant =
        updates.iter_mut().filter(|it| it.op == Op::Add && LISTS.contains(&it.field)).filter_map(|update| {
            let corrected = correction.applied(update.field, &update.value, sentence)?;
            Some((update, corrected))
        });
    let (Some((update, corrected)), None) = (meant.next(), meant.next()) else { return None };
    update.value = corrected;
    Some(correction.new)
}

/// Says again the number of an item of the same sentence: "25 jours de congés, pardon, 28". Returns the words that do so.
pub(crate) fn within<'a>(sentence: &Sentence<'a>, updates: &mut [ProposedUpdate]) -> Option<&'a str> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)\b(?:\d+(?:[.,]\d+)?|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn",
            r"|deux|trois|quatre|cinq|sept|huit|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|duas|dois|três|quatro|sete|oito|nove|dez",
            r"|due|tre|quattro|cinque|sette|otto|dieci|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|dwa|dwie|trzy|cztery|pięć|sześć|siedem|osiem|dziesięć)\b",
        ))
    });
    let last = sentence.clauses.iter().skip(1).find(|clause| begins_correction(sentence, clause.start))?;
    let words = last.start..sentence.words.len();
    let (before, behind) = (sentence.span(0..last.start), sentence.span(words.clone()));
    let mut numbers = NUMBER.find_iter(behind);
    let (Some(new), None) = (numbers.next(), numbers.next()) else { return None };
    if words.len() > LONGEST_CORRECTION + 1 || sentence.is_question {
        return None;
    }
    let of_one = |value: &str| {
        let mut held = NUMBER.find_iter(value);
        let figure = held.next().filter(|_| held.next().is_none())?;
        (figure.as_str() != new.as_str()).then(|| figure.range())
    };
    let items = updates.iter_mut().filter(|it| it.op == Op::Add && LISTS.contains(&it.field));
    // The item that was said last is meant.
    let said = items.filter_map(|it| Some((before.rfind(&*it.value)?, of_one(&it.value)?, it)));
    let (_, at, update) = said.max_by_key(|(start, ..)| *start)?;
    update.value.replace_range(at, new.as_str());
    Some(behind)
}

fn begins_correction(sentence: &Sentence<'_>, at: usize) -> bool {
    acts::ACTS.begins("restate", sentence, at) || acts::ACTS.begins("correct", sentence, at)
}

fn read<'a>(sentence: &Sentence<'a>) -> Option<Correction<'a>> {
    static HOURS: LazyLock<Regex> = LazyLock::new(|| {
        const TIME: &str =
            r"\d{1,2}(?:[.:hu]\d{2})?\s?(?:h|u|am|pm|a\.m\.|p\.m\.|uhr|uur|hs|hrs|horas|heures)?";
        pattern(&format!(
            r"(?i)\b{TIME}\s?(?:[-–—]|to|til|till|until|bis|à|a|às|as|ate|até|alle|tot|do|إلى|الى)\s?{TIME}(?:\b|$)"
        ))
    });
    static DAY: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)\b{}\b", *WEEKDAYS)));
    static CLASS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:cnh|class|klasse|führerschein|cat(?:egory|egoria|egoría)?\.?|kat(?:egorii|egoria)?\.?|permis|licen[cs]e|licencia|carnet|carné|carteira|carta|patente|rijbewijs|jazdy|tipo)\s(?-i:[A-E]\d?E?)\b",
        )
    });
    let forms = [(&*HOURS, Kind::Hours), (&*DAY, Kind::Day), (&*CLASS, Kind::Licence)];
    if sentence.is_question || sentence.words.len() > LONGEST {
        return None;
    }
    let corrects = acts::does(sentence, "correct") || acts::does(sentence, "restate");
    let text = sentence.text();
    forms.into_iter().find_map(|(form, kind)| {
        let (old, new): (Vec<Range<usize>>, Vec<Range<usize>>) =
            form.find_iter(text).map(|it| it.range()).partition(|at| is_replaced(text, at));
        let ([new], [] | [_]) = (&*new, &*old) else { return None };
        let old = old.into_iter().next().map(|at| &text[at]);
        (corrects || old.is_some()).then(|| Correction { form, kind, new: &text[new.clone()], old })
    })
}

impl Correction<'_> {
    /// The item with the new words, if the sentence is about it.
    fn applied(&self, field: Field, item: &str, sentence: &Sentence<'_>) -> Option<String> {
        let held: Vec<Range<usize>> = self.form.find_iter(item).map(|it| it.range()).collect();
        let is_same = |one: &str, other: &str| match self.kind {
            Kind::Day => is_same_day(one, other),
            Kind::Hours | Kind::Licence => one.to_lowercase() == other.to_lowercase(),
        };
        let at = match (self.old, &*held) {
            (Some(old), held) => held.iter().find(|at| is_same(old, &item[(*at).clone()]))?,
            (None, [at]) => at,
            _ => return None,
        };
        if is_same(self.new, &item[at.clone()]) {
            return None;
        }
        let lower = item.to_lowercase();
        let is_shared = |word: &str| {
            word.chars().count() >= TELLING && lower.contains(word) && !self.new.to_lowercase().contains(word)
        };
        let names_it = sentence.words.iter().any(|word| is_shared(&word.lower));
        let is_alike = match self.kind {
            Kind::Hours => field == Field::WorkingHours,
            Kind::Day => false,
            // The words of a licence are in what is replaced.
            Kind::Licence => true,
        };
        let names_it = names_it || is_alike || self.old.is_some();
        let new = match self.kind {
            Kind::Day => in_form_of(&item[at.clone()], self.new),
            Kind::Hours | Kind::Licence => self.new.to_owned(),
        };
        names_it.then(|| format!("{}{new}{}", &item[..at.start], &item[at.end..]))
    }
}

/// The name of the day in the form of the one that it replaces: "am Montag" becomes "am Dienstag" by "dienstags", and "on
/// Wednesdays" becomes "on Thursdays" by "Thursday". Only German and English say several by an "s".
fn in_form_of(old: &str, new: &str) -> String {
    let ends_so =
        |day: &str| day.ends_with("day") || day.ends_with("tag") || day.to_lowercase().ends_with("woch");
    let (bare_old, bare_new) = (old.strip_suffix('s').unwrap_or(old), new.strip_suffix('s').unwrap_or(new));
    if !ends_so(bare_old) || !ends_so(bare_new) {
        return new.to_owned();
    }
    let mut letters = bare_new.chars();
    let cased = match (old.starts_with(char::is_uppercase), letters.next()) {
        (true, Some(first)) => first.to_uppercase().chain(letters).collect(),
        (false, Some(first)) => first.to_lowercase().chain(letters).collect(),
        (_, None) => String::new(),
    };
    if old.ends_with('s') { format!("{cased}s") } else { cased }
}

/// "Mondays" and "Monday", "poniedziałku" and "poniedziałek": the names of the days differ in three letters.
fn is_same_day(one: &str, other: &str) -> bool {
    let start = |text: &str| text.chars().take(3).flat_map(char::to_lowercase).collect::<String>();
    start(one) == start(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_takes_the_form_of_the_one_it_replaces() {
        for (old, new, expected) in [
            ("Montag", "dienstags", "Dienstag"),
            ("montags", "Dienstag", "dienstags"),
            ("Wednesdays", "thursday", "Thursdays"),
            ("Wednesday", "Thursdays", "Thursday"),
            ("lunedì", "martedì", "martedì"),
            ("lunes", "martes", "martes"),
            ("poniedziałek", "wtorek", "wtorek"),
        ] {
            assert_eq!(in_form_of(old, new), expected);
        }
    }
}
