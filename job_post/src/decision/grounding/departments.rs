//! Grounds a department. Words of a phrase about extra pay name none: "prime de fin d'année", "sales bonus".

use std::sync::LazyLock;

use super::grounded::Grounded;
use super::names;
use crate::Field;
use crate::decision::message::Message;
use crate::decision::transcript::Transcript;
use crate::language::word_lists::WordLists;

/// The lists of `data/grounding/extra_pay.txt`, which describes each.
static LISTS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../../data/grounding/extra_pay.txt")));

/// How many small words may stand between a word for extra pay and another of its phrase.
const MOST_LINKS: usize = 3;

pub(crate) fn department<'a>(transcript: &Transcript<'a>, value: &str, quote: &str) -> Option<Grounded<'a>> {
    names::name_or_skill(&without_extra_pay(transcript), Field::Department, value, quote)
}

/// Does a word for a department stand beside the word: "fin dept", "Abteilung Log."?
pub(super) fn is_beside_department(message: &Message<'_>, at: usize) -> bool {
    let is_one = |at: usize| has(message, "department", at);
    is_one(at + 1) || at.checked_sub(1).is_some_and(is_one)
}

/// The transcript without the words of phrases about extra pay.
fn without_extra_pay<'a>(transcript: &Transcript<'a>) -> Transcript<'a> {
    let mut rest = transcript.clone();
    for message in std::iter::once(&mut rest.current).chain(&mut rest.earlier) {
        let (words, is_rest) = (&message.words, |at: &usize| !is_of_extra_pay(message, *at));
        let rest = (0..words.len()).filter(is_rest).filter_map(|at| words.get(at).cloned()).collect();
        message.words = rest;
    }
    rest
}

fn has(message: &Message<'_>, list: &str, at: usize) -> bool {
    message.words.get(at).is_some_and(|word| LISTS.has(list, &word.plain))
}

/// Is it a word of "sales bonus" or "commission on all sales"?
fn is_of_extra_pay(message: &Message<'_>, at: usize) -> bool {
    if is_beside_department(message, at) {
        return false;
    }
    let before_extra = has(message, "extra", at + 1) && is_joined(message, at + 1);
    let mut first = at;
    while first > 0 && at - first < MOST_LINKS && is_joined(message, first) && has(message, "link", first - 1)
    {
        first -= 1;
    }
    let behind_extra = first > 0 && is_joined(message, first) && has(message, "extra", first - 1);
    before_extra || behind_extra
}

/// Does only white space or a hyphen stand before the word?
fn is_joined(message: &Message<'_>, at: usize) -> bool {
    let gap = message.words[at - 1].span.end..message.words[at].span.start;
    message.text[gap].chars().all(|sign| sign.is_whitespace() && sign != '\n' || sign == '-')
}
