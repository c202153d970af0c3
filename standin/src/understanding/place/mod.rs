//! Finds the location: known places, and unknown names in the position of a place.

mod qualified;
mod unknown;

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate};
use regex::Regex;

use self::unknown::is_name;
use crate::{
    text::{
        casing::capitalized,
        gazetteer, polish_places,
        sentences::{Sentence, pattern},
        vocabulary::{DISTRICTS, PLACES},
    },
    turn::Turn,
    understanding::{
        acts,
        updates::{add, set},
    },
};

/// The location that a sentence states. `title` is the range of the title in the message; a place in it is ignored.
pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>, title: &Range<usize>) -> Option<ProposedUpdate> {
    if sentence.is_question {
        return None;
    }
    if let Some(place) = turn.has("location").then(|| unknown::relocated(turn, sentence.text())).flatten() {
        return Some(set(Field::Location, &written(place), place));
    }
    if turn.has("location") && !moves(sentence) {
        return None;
    }
    if let Some((name, quote)) = polish_places::find(turn, sentence) {
        return Some(set(Field::Location, &name, quote));
    }
    let place = known(sentence, title).or_else(|| unknown::find(turn, sentence, title))?;
    let (value, quote) = qualified::with_qualifiers(sentence.text(), place, &written(place));
    Some(set(Field::Location, &value, quote))
}

/// The first known place of a sentence, with its region.
pub(crate) fn named_in<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    known(sentence, &(0..0))
}

/// "Przedstawiciel handlowy, biuro Rzeszów": what is at the place, if a clause is nothing but this and the place.
pub(crate) fn site(sentence: &Sentence<'_>, place: &ProposedUpdate) -> Option<ProposedUpdate> {
    static SITE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?i:biuro|baza|oddział|büro|niederlassung|agence|bureau|oficina|escritório|ufficio|kantoor|office|depot)\s+(\p{Lu}[\p{L}-]+)$",
        )
    });
    let clauses = sentence.clauses.iter().filter(|clause| !clause.is_empty());
    let mut clauses = clauses.map(|clause| sentence.span(clause.clone()));
    let is_site = |clause: &&str| SITE.captures(clause).is_some_and(|found| place.value.contains(&found[1]));
    clauses.find(is_site).map(|site| add(Field::Notes, site, site))
}

/// Does the word name an office? Then it is not part of a title.
pub(crate) fn is_office(word: &str) -> bool {
    matches!(word, "onsite" | "headquarters" | "hq")
}

/// Does the sentence change a known location: by its words, or by being nothing but a place?
pub(crate) fn moves(sentence: &Sentence<'_>) -> bool {
    const MOVING: &[&str] = &[
        "actually",
        "instead",
        "rather",
        "change",
        "changed",
        "move",
        "moved",
        "moving",
        "relocate",
        "relocated",
        "make",
        "now",
        "location",
        "located",
        "based",
        "office",
        "sorry",
        "correction",
        "no",
        "not",
        "standort",
        "ort",
        "doch",
        "statt",
        "nicht",
        "sondern",
        "jetzt",
        "technically",
        "strictly",
    ];
    let only = all(sentence).iter().map(ExactSizeIterator::len).sum::<usize>() + 2 >= sentence.words.len();
    only || sentence.has_any(0..sentence.words.len(), MOVING) || acts::does(sentence, "correct")
}

fn known<'a>(sentence: &Sentence<'a>, title: &Range<usize>) -> Option<&'a str> {
    let outside = |words: &Range<usize>| !overlaps(&(sentence.words[words.start].at), title);
    let found: Vec<Range<usize>> = all(sentence)
        .into_iter()
        .filter(|words| outside(words) && !is_denied(sentence, words.start) && !is_far(sentence, words.start))
        .filter(|words| !gazetteer::is_german_noun(sentence, words.start))
        .collect();
    let mut place = found.first()?.clone();
    for next in &found[1..] {
        if !joins(sentence, place.end, next.start) {
            break;
        }
        place.end = next.end;
    }
    place.start =
        district(sentence, place.start).filter(|start| outside(&(*start..place.end))).unwrap_or(place.start);
    if gazetteer::is_state_behind(sentence, &place)
        && matches!(sentence.gap_before(place.end).trim(), "," | "")
    {
        place.end += 1;
    }
    Some(with_surroundings(sentence, place))
}

/// Where an unknown district before a town begins: "in Bandra West, Mumbai", "a Trastevere, Roma".
fn district(sentence: &Sentence<'_>, town: usize) -> Option<usize> {
    const MOST_WORDS: usize = 3;
    const LEADING: &[&str] = &["in", "near", "around", "a", "à", "en", "em", "w"];
    // "Shepherd's Bush, London" in a clause of its own.
    const ENDINGS: &[&str] = &[
        "town", "bush", "park", "hill", "green", "cross", "common", "gate", "heath", "east", "west", "quay",
        "village",
    ];
    if town == 0 || sentence.gap_before(town).trim() != "," || is_german(sentence) {
        return None;
    }
    let is_capital = |at: &usize| {
        let text = sentence.words[*at].text;
        text.starts_with(char::is_uppercase) && text.chars().any(char::is_lowercase)
    };
    let joins = |at: &usize| *at + 1 == town || sentence.gap_before(at + 1) == " ";
    let count = (0..town).rev().take(MOST_WORDS).take_while(|at| is_capital(at) && joins(at)).count();
    let start = town - count;
    let is_led = start.checked_sub(1).is_some_and(|before| LEADING.contains(&sentence.lower(before)))
        || (sentence.clause_of(start) == (start..town) && ENDINGS.contains(&sentence.lower(town - 1)));
    (count > 0 && is_led && is_name(sentence.span(start..town))).then_some(start)
}

/// All German nouns have a capital: "in Teilzeit" is no place.
fn is_german(sentence: &Sentence<'_>) -> bool {
    sentence.text().chars().any(|c| matches!(c, 'ä' | 'ö' | 'ü' | 'ß'))
        || sentence.has_any(0..sentence.words.len(), &["wir", "und", "der", "die", "das", "ist"])
}

/// The name with what belongs to it: "East LA", "London Bridge", "Freiburg i. Br.", "Frankfurt am Main".
fn with_surroundings<'a>(sentence: &Sentence<'a>, mut place: Range<usize>) -> &'a str {
    const BEFORE: &[&str] = &["East", "West", "North", "South", "Central", "Downtown", "Greater", "Inner"];
    let before = place.start.checked_sub(1);
    if before.is_some_and(|at| BEFORE.contains(&sentence.words[at].text))
        && sentence.gap_before(place.start) == " "
    {
        place.start -= 1;
    }
    let name = sentence.span(place.clone());
    let start = sentence.words[place.start].at.start - sentence.text_start();
    let text = sentence.text();
    let rest = &text[start + name.len()..];
    // "Torremolinos (Málaga)".
    let closes = usize::from(name.contains('(') && !name.contains(')') && rest.starts_with(')'));
    &text[start..start + name.len() + closes.max(gazetteer::suffix(rest))]
}

/// The places of the curated list and of the gazetteer. Of overlapping ones the first and longest counts.
fn all(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> =
        PLACES.find(sentence).into_iter().chain(gazetteer::find(sentence)).collect();
    // "Powai" alone may be a person.
    let mut districts = DISTRICTS.find(sentence);
    districts.retain(|district| places.iter().any(|place| place.start == district.end));
    places.extend(districts);
    places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    let mut found: Vec<Range<usize>> = Vec::new();
    for place in places {
        if found.last().is_none_or(|last| last.end <= place.start) {
            found.push(place);
        }
    }
    found
}

/// The location as a name, with a comma between a district and its town: "Andheri West, Mumbai".
fn written(place: &str) -> String {
    let cut = place
        .match_indices(' ')
        .map(|(at, _)| at)
        .rfind(|at| !place.contains(',') && DISTRICTS.has(&place[..*at]));
    match cut {
        Some(at) => format!("{}, {}", capitalized(&place[..at]), capitalized(place[at..].trim())),
        None => capitalized(place),
    }
}

/// "Toronto, Canada" and "Berlin or Munich" are one location.
fn joins(sentence: &Sentence<'_>, end: usize, next: usize) -> bool {
    let word_between = next == end + 1 && matches!(sentence.lower(end), "or" | "and" | "oder" | "und");
    let mark_between = next == end && matches!(sentence.gap_before(next).trim(), "," | "/" | "" | "(");
    word_between || mark_between
}

/// Is the place denied ("not Berlin", "instead of Berlin"), or a word of a speech act? "Hola" is a town in Kenya.
fn is_denied(sentence: &Sentence<'_>, at: usize) -> bool {
    const SAYING: [&str; 5] = ["greet", "nothing", "agree", "correct", "remove"];
    if SAYING.iter().any(|act| acts::ACTS.begins(act, sentence, at)) {
        return true;
    }
    let back = |by: usize| at.checked_sub(by).map(|word| sentence.lower(word)).unwrap_or_default();
    // "No Porto" is Portuguese for "in Porto".
    const WITH_ARTICLE: &[&str] =
        &["porto", "rio", "recife", "brasil", "algarve", "funchal", "barreiro", "estoril"];
    if back(1) == "no" && WITH_ARTICLE.contains(&sentence.lower(at)) {
        return false;
    }
    let deny = ["not", "than", "statt", "nicht", "no", "kein"];
    deny.contains(&back(1))
        || (deny.contains(&back(2)) && matches!(back(1), "in" | "to"))
        || (back(1) == "of" && back(2) == "instead")
        || (back(1) == "from" && sentence.has_any(at..sentence.words.len(), &["to", "nach"]))
}

/// "Customers in France", "travel to Oslo": the place of something else.
fn is_far(sentence: &Sentence<'_>, at: usize) -> bool {
    const ELSEWHERE: &[&str] = &[
        "customers",
        "clients",
        "markets",
        "market",
        "travel",
        "kunden",
        "reisen",
        "visit",
        "trips",
        "parent",
        "university",
    ];
    // "A full UK driving licence", "US citizens".
    const OF_PEOPLE: &[&str] = &[
        "driving", "driver's", "drivers", "licence", "license", "passport", "citizens", "citizen", "visa",
        "work",
    ];
    let behind = at + 1..(at + 2).min(sentence.words.len());
    sentence.has_any(at.saturating_sub(4)..at, ELSEWHERE) || sentence.has_any(behind, OF_PEOPLE)
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
