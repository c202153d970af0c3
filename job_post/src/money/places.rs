//! The places that a text names, and the currency that they decide for a shared sign like "$".
//!
//! Only names of places count: a Mexican restaurant may stand in Austin. The place of work ("in Denver") decides against
//! others ("clients from Toronto").

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use iso_currency::Currency;

use super::gazetteer::{Entry, GAZETTEER, LONGEST, folded};
use super::last_text::LastText;
use super::lists::{List, is_unspaced};
use super::nationalities;
use crate::language::word_forms::{is_arabic, without_particles};

/// A text whose places decide shared signs. It is read on the first need.
pub(crate) struct Context<'a> {
    text: &'a str,
    places: OnceCell<Rc<[Place]>>,
}

/// A place in a text.
#[derive(Clone, Debug)]
struct Place {
    currencies: Vec<Currency>,
    /// Said to be where the work is: "in Denver", "Location: Denver".
    is_of_work: bool,
    span: Range<usize>,
}

/// What the places of a text say about a sign that several currencies share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placed {
    /// People are paid in this one.
    In(Currency),
    /// The places disagree, or a name is that of towns in several countries.
    Several,
    Nowhere,
}

/// The currency of the place of work that a text names, with the byte range of the place: USD for "in Laredo, Texas". `None`
/// if there is none or several, and for places whose currency shares no sign with another.
pub fn currency_of_work(text: &str) -> Option<(Currency, Range<usize>)> {
    let places = read_once(text);
    let of_work = || places.iter().filter(|place| place.is_of_work);
    let first = of_work().next()?;
    let [currency] = first.currencies[..] else { return None };
    of_work().all(|place| place.currencies == [currency]).then(|| (currency, first.span.clone()))
}

/// Does the text name a place, which decides shared signs?
pub(crate) fn names_place(text: &str) -> bool {
    !read_once(text).is_empty()
}

/// What the places of a text say about the currencies of a family.
pub(crate) fn decided_by_places(text: &str, family: &[Currency]) -> Placed {
    Context::new(text).placed(family)
}

impl<'a> Context<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, places: OnceCell::new() }
    }

    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The one currency of the family that the places decide.
    pub fn currency(&self, family: &[Currency]) -> Option<Currency> {
        match self.placed(family) {
            Placed::In(one) => Some(one),
            Placed::Several | Placed::Nowhere => None,
        }
    }

    /// What the places say about the family: those of work, else any.
    pub fn placed(&self, family: &[Currency]) -> Placed {
        let places = self.places.get_or_init(|| read_once(self.text));
        let decided = |of_work: bool| -> Vec<Currency> {
            let mut meant = Vec::new();
            for place in places.iter().filter(|place| place.is_of_work || !of_work) {
                let mut own = place.currencies.iter().filter(|currency| family.contains(currency));
                // A name of towns in several countries decides nothing.
                if let (Some(one), None) = (own.next(), own.next())
                    && !meant.contains(one)
                {
                    meant.push(*one);
                }
            }
            meant
        };
        let of_work = decided(true);
        let meant = if of_work.is_empty() { decided(false) } else { of_work };
        let is_of_family = |place: &Place| place.currencies.iter().any(|currency| family.contains(currency));
        match meant[..] {
            [one] => Placed::In(one),
            [] if !places.iter().any(is_of_family) => Placed::Nowhere,
            _ => Placed::Several,
        }
    }
}

/// A word of the text.
struct Word<'a> {
    text: &'a str,
    at: usize,
    folded: String,
    /// What stands between it and the word before.
    gap: &'a str,
}

impl Word<'_> {
    fn is_capitals(&self) -> bool {
        self.text.chars().all(char::is_uppercase)
    }

    /// Does it begin with a capital, or is its script without capitals?
    fn is_name(&self) -> bool {
        self.text.chars().next().is_some_and(|first| !first.is_lowercase())
    }

    fn is_in(&self, list: List) -> bool {
        list.has(self.text)
    }

    fn follows_directly(&self) -> bool {
        self.gap.chars().all(char::is_whitespace)
    }
}

fn read_once(text: &str) -> Rc<[Place]> {
    thread_local! {
        static LAST: LastText<Rc<[Place]>> = const { LastText::new() };
    }
    LAST.with(|last| last.get(text, |text| read(text).into()))
}

fn read(text: &str) -> Vec<Place> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let end = place_at(&words, at, &mut found);
        at = end.unwrap_or(at + 1);
    }
    found.extend(nationalities::answers(text).map(|currency| Place {
        currencies: vec![currency],
        is_of_work: true,
        span: 0..text.len(),
    }));
    found
}

fn words(text: &str) -> Vec<Word<'_>> {
    #[cfg(test)]
    crate::bytes_read::count(text);
    let mut found = Vec::new();
    let mut end = 0;
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if !first.is_alphabetic() {
            at += first.len_utf8();
            continue;
        }
        let length = word_length(&text[at..], first);
        let word = &text[at..at + length];
        found.push(Word { text: word, at, folded: folded(word), gap: &text[end..at] });
        at += length;
        end = at;
    }
    found
}

/// Bytes of the word: letters, or a known name in a script without spaces.
fn word_length(text: &str, first: char) -> usize {
    if is_unspaced(first) {
        let ends = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).take(6);
        let known = ends.filter(|end| GAZETTEER.get(&text[..*end]).is_some()).last();
        return known.unwrap_or_else(|| first.len_utf8());
    }
    let is_part = |letter: char| {
        (letter.is_alphabetic() && !is_unspaced(letter))
            || unicode_normalization::char::is_combining_mark(letter)
    };
    text.find(|letter| !is_part(letter)).unwrap_or(text.len())
}

/// Reads the place at word `at` with its region, and returns the word behind it.
fn place_at(words: &[Word<'_>], at: usize, found: &mut Vec<Place>) -> Option<usize> {
    if let Some(currencies) = code_at(words, at) {
        let start = first_of_name(words, at);
        found.extend(placed(words, start..at + 1, currencies.to_vec()));
        return Some(at + 1);
    }
    let (entry, mut end) = longest_at(words, at)?;
    let mut currencies = entry.currencies.clone();
    let mut has_region = false;
    while let Some((region, after)) = region_at(words, end) {
        let common: Vec<_> = currencies.iter().copied().filter(|one| region.contains(one)).collect();
        currencies = if common.is_empty() { region } else { common };
        (has_region, end) = (true, after);
    }
    let place = placed(words, at..end, currencies)?;
    if !has_region && !counts(words, at..end, entry, place.is_of_work) {
        return None;
    }
    found.push(place);
    Some(end)
}

/// Is the name used as one? Everyday words and names in small letters need more around them.
fn counts(words: &[Word<'_>], name: Range<usize>, entry: &Entry, is_of_work: bool) -> bool {
    let first = &words[name.start];
    if entry.in_capitals {
        // In a text all in capitals "LA" is an article.
        let shouted = name
            .start
            .checked_sub(1)
            .is_some_and(|before| words[before].text.len() > 1 && words[before].is_capitals());
        return words[name].iter().all(Word::is_capitals) && !shouted;
    }
    let ends_clause = words.get(name.end).is_none_or(|next| !next.follows_directly());
    if entry.is_word {
        return first.is_name() && is_of_work;
    }
    first.is_name() || is_of_work || ends_clause
}

fn longest_at(words: &[Word<'_>], at: usize) -> Option<(&'static Entry, usize)> {
    let first = &words[at];
    if first.text.starts_with(is_arabic) {
        let two = words.get(at + 1).filter(|next| next.follows_directly());
        let pair = |first: &str| Some((GAZETTEER.get(&format!("{first} {}", two?.folded))?, at + 2));
        let forms = || std::iter::once(&*first.folded).chain(without_particles(&first.folded));
        return forms()
            .find_map(pair)
            .or_else(|| Some((forms().find_map(|form| GAZETTEER.get(form))?, at + 1)));
    }
    if !GAZETTEER.begins_name(&first.folded) {
        return None;
    }
    let most = words.len().min(at + LONGEST + 1);
    (at + 1..=most).rev().find_map(|end| {
        let rest = &words[at + 1..end];
        let joined =
            |word: &Word<'_>| word.gap.chars().all(|sign| matches!(sign, ' ' | '-' | '\'' | '’' | '.'));
        if !rest.iter().all(joined) {
            return None;
        }
        let name = words[at..end].iter().map(|word| &*word.folded).collect::<Vec<_>>().join(" ");
        Some((GAZETTEER.get(&name)?, end))
    })
}

/// The currencies of a region behind a place ("Laredo, Texas", "Austin TX"), and the next word.
fn region_at(words: &[Word<'_>], at: usize) -> Option<(Vec<Currency>, usize)> {
    let next = words.get(at)?;
    if next.gap.contains('\n')
        || !next.gap.chars().all(|sign| matches!(sign, ' ' | ',' | '(' | '.' | '-' | '–' | '/'))
    {
        return None;
    }
    if let Some(code) = GAZETTEER.code(next.text) {
        return Some((code.to_vec(), at + 1));
    }
    let (entry, end) = longest_at(words, at).filter(|(entry, _)| entry.is_region)?;
    let named = !entry.in_capitals || next.is_capitals();
    named.then(|| (entry.currencies.clone(), end))
}

/// A code behind a comma and an unknown name: "Kerrville, TX".
fn code_at(words: &[Word<'_>], at: usize) -> Option<&'static [Currency]> {
    let before = &words[at.checked_sub(1)?];
    let fits = words[at].gap.trim() == "," && before.is_name() && !before.is_capitals();
    fits.then(|| GAZETTEER.code(words[at].text)).flatten()
}

/// The first word of an unknown name before `end`.
fn first_of_name(words: &[Word<'_>], end: usize) -> usize {
    let mut start = end.saturating_sub(1);
    while start > 0 && end - start < 4 && words[start].follows_directly() && words[start - 1].is_name() {
        start -= 1;
    }
    start
}

/// The place with its role; `None` if it is no place of the job: "clients in Canada", "Melbourne-style".
fn placed(words: &[Word<'_>], name: Range<usize>, currencies: Vec<Currency>) -> Option<Place> {
    let behind = words.get(name.end).filter(|next| next.follows_directly() || next.gap == "-");
    if behind
        .is_some_and(|next| next.is_in(List::NotOfWork) || (next.gap == "-" && next.is_in(List::PlaceLike)))
    {
        return None;
    }
    // "I'm Austin from HR"
    if name
        .start
        .checked_sub(1)
        .is_some_and(|before| matches!(&*words[before].folded, "m" | "am" | "bin" | "soy" | "llamo"))
    {
        return None;
    }
    let last = &words[name.end - 1];
    let span = words[name.start].at..last.at + last.text.len();
    let mut start = name.start;
    while start > 0
        && name.start - start < 3
        && words[start].follows_directly()
        && words[start - 1].is_in(List::PlaceModifier)
    {
        start -= 1;
    }
    let Some(before) = start.checked_sub(1) else {
        return Some(Place { currencies, is_of_work: false, span });
    };
    let labelled = words[start].gap.trim() == ":" && words[before].is_in(List::PlaceLabel);
    let led = words[start].follows_directly() && words[before].is_in(List::PlaceIn);
    let of_others = before
        .checked_sub(1)
        .is_some_and(|noun| led && words[before].follows_directly() && words[noun].is_in(List::NotOfWork));
    let glued = words[name.start].text.starts_with('ب') && GAZETTEER.get(&words[name.start].folded).is_none();
    (!of_others).then_some(Place { currencies, is_of_work: led || labelled || glued, span })
}
