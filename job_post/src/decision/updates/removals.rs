//! Removes values, if the user's words remove something and name it.

use std::sync::LazyLock;

use crate::decision::consent;
use crate::decision::grounding::Grounded;
use crate::decision::message::Message;
use crate::decision::quotes::capped;
use crate::decision::transcript::Transcript;
use crate::language::word_lists::WordLists;
use crate::language::words;
use crate::money::Figure;
use crate::{Basis, Change, Draft, Field, Op, ProposedUpdate, RefusalReason, TurnInput};

/// The words of removal, and the names of the fields.
static LISTS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../../data/removals.txt")));

/// Has the message a word of removal?
pub(super) fn removes(message: &Message<'_>) -> bool {
    message.words.iter().any(|word| LISTS.has("removing", &word.plain))
}

/// Does a verb of removal stand beside the item: "quita Docker", "we don't need Redux any more"?
pub(super) fn are_near(message: &Message<'_>, item: &str) -> bool {
    // They are also articles and particles.
    const SMALL: &str = "un out off take leave weg raus forget hide empty lose reset";
    let words = &message.words;
    let Some(place) = words::plain_words(item).first().and_then(|first| words::position(first, words)) else {
        return false;
    };
    let near = place.start.saturating_sub(4)..words.len().min(place.end + 3);
    near.filter(|at| !place.contains(at)).any(|at| {
        let word = &words[at].plain;
        LISTS.has("removing", word) && !words::among(word, SMALL)
    })
}

/// The change of a "remove" or "clear".
pub(crate) fn changes(
    input: &TurnInput<'_>,
    transcript: &Transcript<'_>,
    update: &ProposedUpdate,
) -> Result<Vec<Change>, RefusalReason> {
    let field = update.field;
    let draft = input.draft;
    if draft.value(field).is_none() {
        return Ok(Vec::new());
    }
    let items = if update.op == Op::Remove && field.is_list() {
        matching(draft, field, &update.value)
    } else {
        Vec::new()
    };
    let whole = update.op == Op::Clear || !field.is_list();
    if items.is_empty() && !whole {
        return Ok(Vec::new());
    }
    let basis = basis(transcript, draft, field, &items).ok_or(RefusalReason::NotGrounded)?;
    let quote = capped(transcript.current.text);
    let evidence = Grounded { value: String::new(), basis, quote }.evidence(input.turn, transcript);
    let op = if whole { Op::Clear } else { Op::Remove };
    Ok(vec![Change { op, field, value: items.join("\n"), evidence }])
}

/// The items of the list that the update means: equal ones, or the only item that has its words.
fn matching(draft: &Draft, field: Field, value: &str) -> Vec<String> {
    let items = draft.items(field);
    let mut found = Vec::new();
    for wanted in
        value.lines().flat_map(|line| line.split(';')).map(str::trim).filter(|wanted| !wanted.is_empty())
    {
        let same = items.iter().filter(|item| item.to_lowercase() == wanted.to_lowercase());
        let wanted_words = words::plain_words(wanted);
        let holding: Vec<&String> = items
            .iter()
            .filter(|item| {
                let item = words::words(item);
                !wanted_words.is_empty()
                    && wanted_words.iter().all(|word| words::position(word, &item).is_some())
            })
            .collect();
        let exact: Vec<&String> = same.collect();
        let meant = if exact.is_empty() && holding.len() == 1 { holding } else { exact };
        found.extend(meant.into_iter().cloned());
    }
    found
}

/// The basis of a removal: the message removes the field or items, or confirms a suggestion that does.
fn basis(transcript: &Transcript<'_>, draft: &Draft, field: Field, items: &[String]) -> Option<Basis> {
    let message = &transcript.current;
    let is_corrected = |item: &String| {
        is_restated(message, item) || is_on_another_day(message, item) || adds_a_day(message, item)
    };
    let restates = !items.is_empty() && items.iter().all(is_corrected);
    if removes(message) && names_it(message, draft, field, items) || replaces(message, field) || restates {
        return Some(Basis::Stated);
    }
    let proposal =
        Message::new(transcript.confirmed.filter(|_| consent::is_plain_yes(transcript.current.text))?);
    let removing = removes(&proposal);
    (removing && names_it(&proposal, draft, field, items)).then_some(Basis::Confirmed)
}

/// Does the message replace the whole list: "replace the skills with Spark and dbt"? Only an article may stand before the
/// list's name: "replace Docker in the skills" replaces an item.
fn replaces(message: &Message<'_>, field: Field) -> bool {
    const SMALL: &str = "the all our my these those die alle unsere meine diese les nos mes ces toutes las los todas todos nuestras mis \
        as os todas minhas le i gli tutte de alle onze te wszystkie";
    let words = &message.words;
    let mut verbs = (0..words.len()).filter(|at| LISTS.has("replacing", &words[*at].plain));
    field.is_list()
        && verbs.any(|verb| {
            let mut behind = words[verb + 1..].iter().skip_while(|word| words::among(&word.plain, SMALL));
            behind
                .next()
                .is_some_and(|name| names_field(&Message::new(&message.text[name.span.clone()]), field))
        })
}

/// Has the message a word or two that correct something: "sorry", "en fait"?
fn corrects(message: &Message<'_>) -> bool {
    let is_one = |word: &str| LISTS.has("correcting", word);
    message.words.iter().any(|word| is_one(&word.plain))
        || message.words.windows(2).any(|pair| is_one(&format!("{}_{}", pair[0].plain, pair[1].plain)))
}

/// Does the message correct the item's number: "toch 28 uur" for "24 uur per week"? It has a word of correction, another
/// number and a word of the item.
fn is_restated(message: &Message<'_>, item: &str) -> bool {
    let held = Message::new(item);
    // "5h-9h" has two.
    let ([old] | [old, _]) = held.figures() else { return false };
    let olds = held.figures();
    let is_other = |figure: &&Figure| {
        !figure.values.iter().any(|value| olds.iter().any(|old| old.values.contains(value)))
    };
    let corrects = corrects(message);
    let letter = |text: &str, figure: &Figure| {
        text[figure.span.end..].trim_start().chars().next().filter(|letter| letter.is_alphabetic())
    };
    let unit = letter(item, old);
    let mut new = message.figures().iter().filter(is_other);
    let is_of_unit = unit.is_some() && new.any(|figure| letter(message.text, figure) == unit);
    let mut shared = held.words.iter().filter(|word| word.plain.chars().all(char::is_alphabetic));
    let names_it = is_of_unit || shared.any(|word| words::position(&word.plain, &message.words).is_some());
    // "36h pas 35": the old number beside a word of removal.
    let names_old = removes(message) && message.figures().iter().any(|figure| !is_other(&figure));
    (corrects && names_it || names_old) && message.figures().iter().any(|figure| is_other(&figure))
}

/// Does the message correct the item's day: "Apologies, playground duty is Thursdays"? It has a word of correction, another
/// day and a word of the item.
fn is_on_another_day(message: &Message<'_>, item: &str) -> bool {
    const SHORTEST: usize = 4;
    let held = Message::new(item);
    let is_day = |word: &str| LISTS.has("day", word);
    let holds = |word: &str| held.words.iter().any(|it| it.plain == word);
    let has_other = message.words.iter().any(|word| is_day(&word.plain) && !holds(&word.plain));
    let is_shared =
        |word: &str| word.chars().count() >= SHORTEST && words::position(word, &message.words).is_some();
    held.words.iter().any(|word| is_day(&word.plain))
        && corrects(message)
        && has_other
        && held.words.iter().any(|word| is_shared(&word.plain))
}

/// Does the message add a day to an item of nothing but days: "di ook even" to "ma wo vr"? The longer list takes its place.
fn adds_a_day(message: &Message<'_>, item: &str) -> bool {
    let held = Message::new(item);
    let is_day = |word: &str| LISTS.has("day", word) || LISTS.has("short-day", word);
    let holds = |word: &str| held.words.iter().any(|it| it.plain == word);
    held.words.len() > 1
        && held.words.iter().all(|word| is_day(&word.plain))
        && message
            .words
            .windows(2)
            .any(|pair| is_day(&pair[0].plain) && !holds(&pair[0].plain) && LISTS.has("also", &pair[1].plain))
}

fn names_it(message: &Message<'_>, draft: &Draft, field: Field, items: &[String]) -> bool {
    let has = |text: &str| {
        let wanted = words::plain_words(text);
        !wanted.is_empty() && wanted.iter().any(|word| words::position(word, &message.words).is_some())
    };
    if !items.is_empty() {
        return items.iter().all(|item| has(item));
    }
    let by_name = names_field(message, field);
    let by_value = !field.is_pay() && !field.is_flag() && draft.value(field).is_some_and(|value| has(&value));
    by_name || by_value
}

/// Does the message name the field?
pub(super) fn names_field(message: &Message<'_>, field: Field) -> bool {
    message.words.iter().any(|word| LISTS.has(names(field), &word.plain))
}

/// Does the message name one end of the pay: "the maximum"?
pub(super) fn names_bound(message: &Message<'_>) -> bool {
    message.words.iter().any(|word| LISTS.has("bound", &word.plain))
}

/// Does the text name the field: "the start date"?
pub fn names_field_in(text: &str, field: Field) -> bool {
    names_field(&Message::new(text), field)
}

/// The list of names of a field. "Remove the salary" does not name the currency, which stays.
const fn names(field: Field) -> &'static str {
    match field {
        Field::SalaryMax => Field::SalaryMin.as_str(),
        other => other.as_str(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_names() {
        for field in Field::ALL {
            assert!(LISTS.words(names(field)).next().is_some(), "{field}");
        }
    }
    #[test]
    fn another_day_takes_the_place_of_the_item_s_day() {
        for (message, item, is) in [
            ("Apologies, playground duty is Thursdays", "Playground duty on Wednesdays", true),
            ("doch dienstags ist Inventur", "jeden Montag Inventur", true),
            ("en fait la réunion est le mardi", "réunion le lundi", true),
            ("anzi, la riunione è martedì", "riunione il lunedì", true),
            ("sorki, inwentura w środy", "inwentura w piątki", true),
            // No word of correction, the same day, nothing of the item, and an item without a day.
            ("Playground duty is on Thursdays too", "Playground duty on Wednesdays", false),
            ("Sorry, playground duty is Wednesdays", "Playground duty on Wednesdays", false),
            ("Sorry, we close on Thursdays", "Playground duty on Wednesdays", false),
            ("Sorry, playground duty is Thursdays", "Playground duty", false),
            ("il fait la réunion avec nous le mardi", "réunion le lundi", false),
        ] {
            assert_eq!(is_on_another_day(&Message::new(message), item), is, "{message}");
        }
    }

    #[test]
    fn a_day_is_added_to_a_list_of_days_only() {
        for (message, item, is) in [
            ("toch 28 uur, di ook even", "ma wo vr", true),
            ("Freitag auch", "Montag, Dienstag", true),
            ("wo ook", "ma wo vr", false),
            ("di ook even", "24 uur, ma wo vr", false),
            ("di vrij", "ma wo vr", false),
        ] {
            assert_eq!(adds_a_day(&Message::new(message), item), is, "{message}");
        }
    }

    #[test]
    fn a_french_verb_is_no_correction() {
        for (message, is) in [
            ("en fait 6h-10h", true),
            ("il fait 28 heures et fait aussi la caisse", false),
            ("le fait est que c'est 28 heures", false),
        ] {
            assert_eq!(corrects(&Message::new(message)), is, "{message}");
        }
    }
}
