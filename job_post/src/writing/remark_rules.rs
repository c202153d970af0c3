//! Which notes a candidate reads: not what is said to the agent, what the post has already, and what excludes people.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::guard::telling_words;
use super::note_sections::is_site;
use crate::compliance;
use crate::language::likeness::folded;
use crate::language::word_lists::WordLists;
use crate::language::words::{plain_words, words};
use crate::money::{self, Pay};
use crate::{Content, Field, Salary};

pub(super) static REMARKS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../data/writing/remarks.txt")));

/// Fewest words of a note without a figure.
pub(super) const FEWEST: usize = 3;
/// Most words of a note that is a cut phrase by its first word.
const FRAGMENT: usize = 6;
/// Most words of a note that says again what the post has.
const REPEATED: usize = 12;
/// Most words of a note that only refers to something.
const REFERENCE: usize = 4;
/// Fewest digits of a telephone number.
const DIGITS: usize = 7;

/// The words without the articles that are written together with them: "l'expérience", "un'azienda".
pub(super) fn own_words(text: &str) -> Vec<String> {
    let without = |word: String| match word.split_once('\'') {
        Some((article, rest)) if article.len() <= 4 && rest.chars().count() > 2 => rest.to_owned(),
        _ => word,
    };
    plain_words(text).into_iter().map(without).collect()
}

pub(super) fn is_for_candidates(content: &Content, note: &str) -> bool {
    let words = own_words(note);
    let has = |list: &str| words.iter().any(|word| REMARKS.has(list, word));
    let is_label =
        note.ends_with(['?', ':', '؟']) || note == note.to_uppercase() && note != note.to_lowercase();
    // "3 sites": a figure begins no such phrase.
    let is_cut = words.len() <= FRAGMENT && words.first().is_some_and(|first| REMARKS.has("fragment", first));
    (words.len() >= FEWEST || is_short_fact(note, &words) || is_site(note))
        && !is_label
        && !is_cut
        && !is_heading(&words)
        && !is_order(&words)
        && !is_cut_at_its_end(&words)
        && !says_again(content, note, &words)
        && !has_address(note)
        && !has("remark")
        && !is_bare_reference(&words)
        && !repeats(content, note)
        && !excludes(note)
}

/// "Put the salary back", "we need a cook", "back to hybrid": what is said to the agent.
fn is_order(words: &[String]) -> bool {
    let begins = |most: usize, list: &str| words.iter().take(most).any(|word| REMARKS.has(list, word));
    let has_figure = words.iter().any(|word| word.contains(|letter: char| letter.is_numeric()));
    let is_of_work = words.iter().any(|word| REMARKS.has("work", word)) && !has_figure;
    begins(1, "order") || begins(3, "seeking") || is_of_work
}

/// "What we ask for", "Pay and conditions": what names a section of an ad.
fn is_heading(words: &[String]) -> bool {
    let asks = words.first().is_some_and(|first| REMARKS.has("asking", first));
    words.len() <= FRAGMENT && asks || words.iter().all(|word| REMARKS.has("heading", word))
}

/// "Location: Leeds", "WANTED: Sous Chef, Galway", "Salary €38,000 to 42,000": a label, the title or the pay again.
fn says_again(content: &Content, note: &str, words: &[String]) -> bool {
    const LABEL: usize = 2;
    let label = note.split_once(": ").map(|(label, _)| plain_words(label).len());
    let is_labelled = label.is_some_and(|words| (1..=LABEL).contains(&words));
    let title = content.title.as_deref().map(plain_words).unwrap_or_default();
    let is_title = !title.is_empty()
        && words.len() <= title.len() + FEWEST
        && words.windows(title.len()).any(|part| part == title);
    let Salary { min, max, .. } = content.salary;
    let is_pay = |pay: Pay| [pay.min, pay.max].iter().any(|it| it.is_some() && [min, max].contains(it));
    is_labelled || is_title || money::find(note).into_iter().any(is_pay)
}

/// "At our guesthouse", "we pay for it": nothing without what was said before.
fn is_bare_reference(words: &[String]) -> bool {
    let [first, second, .., last] = words else { return false };
    let is_place = REMARKS.has("place", first) && REMARKS.has("us", second);
    words.len() <= REFERENCE && (is_place || REMARKS.has("pronoun", last))
}

/// Does the note have words that exclude people? "The chef forages her own seaweed" is about somebody who works there.
fn excludes(note: &str) -> bool {
    let findings = compliance::wording_of(Field::Notes, note);
    findings.iter().any(|finding| finding.code != "gendered_wording")
}

fn has_address(note: &str) -> bool {
    let digits = note.chars().filter(char::is_ascii_digit).count();
    let is_number = digits >= DIGITS && note.split_whitespace().any(|word| word.starts_with(['0', '+', '(']));
    is_number
        || note.contains('@')
        || note.split_whitespace().any(|word| word.starts_with("www.") || word.contains("://"))
}

/// Do other fields of the post say most of it?
pub(super) fn repeats(content: &Content, note: &str) -> bool {
    let telling = telling_words(note);
    if words(note).len() > REPEATED {
        return false;
    }
    let others = Field::ALL.into_iter().filter(|field| !matches!(field, Field::Notes | Field::Description));
    let held: HashSet<String> = others
        .flat_map(|field| {
            let text = content.text(field).and_then(Option::as_deref);
            text.into_iter()
                .chain(content.list(field).into_iter().flatten().map(String::as_str))
                .collect::<Vec<_>>()
        })
        .flat_map(words)
        .map(|word| folded(&word.plain))
        .collect();
    let found = telling.iter().filter(|word| held.contains(*word)).count();
    found == telling.len() || found > FEWEST && found * 4 >= telling.len() * 3
}

/// "210 cows", "4x10": a few words with a figure, which is not one that is taken back.
fn is_short_fact(note: &str, words: &[String]) -> bool {
    const NOUN: usize = 3;
    let has_figure = note.contains(|letter: char| letter.is_numeric());
    let is_noun = |word: &String| word.chars().filter(|letter| letter.is_alphabetic()).count() >= NOUN;
    let is_product = words.len() == 1 && words[0].contains('x') && !words[0].starts_with('x');
    let is_denied = words.iter().any(|word| REMARKS.has("negation", word));
    has_figure && !is_denied && (is_product || words.len() > 1 && words.iter().any(is_noun))
}

/// Is it cut behind its last word: "we pay between"? Some words end a whole clause too: "das Team isst gratis mit".
fn is_cut_at_its_end(words: &[String]) -> bool {
    const CLAUSE: usize = 6;
    let Some(last) = words.last() else { return true };
    REMARKS.has("open", last) && !(words.len() >= CLAUSE && REMARKS.has("particle", last))
}
