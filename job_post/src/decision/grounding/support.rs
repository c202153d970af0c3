//! Finds the words of a value in the transcript.

pub(super) mod negation;
pub(super) mod phrase_lists;

pub(super) use self::negation::is_negated;
use super::grounded::Grounded;
use crate::decision::transcript::Transcript;
use crate::draft::evidence::Basis;
use crate::language::words::{self, Word, among};

/// Do the texts share a word that matters?
pub(super) fn shares_word(one: &str, other: &str) -> bool {
    let other = words::words(other);
    words::plain_words(one).iter().any(|word| !is_little(word) && words::position(word, &other).is_some())
}

/// Is it a function word, which needs no evidence?
pub(super) fn is_little(word: &str) -> bool {
    const LITTLE: &str = "a an the of in on at to for and or with by from our your their his her its we you they is are be will as that \
        this which who m w d f x h der die das den dem des ein eine einen einem einer und oder mit für von im am vom zum zur bei als \
        wir sie ist sind auf aus an de la le les des du et en el los las y para con une des los del un una à au aux dans pour avec sur par في من على علي عن مع إلى الي أو او و";
    among(word, LITTLE)
}

/// The words of a text that need evidence.
pub(super) fn content_words(text: &str) -> Vec<String> {
    words::plain_words(text).into_iter().filter(|word| !is_little(word)).collect()
}

/// The basis of words: all in the user's messages, or some only in the suggestion that the user confirms.
pub(super) fn basis_of(transcript: &Transcript<'_>, wanted: &[String]) -> Option<Basis> {
    let in_messages =
        |word: &String| transcript.messages().any(|message| words::position(word, &message.words).is_some());
    if wanted.is_empty() {
        return None;
    }
    if wanted.iter().all(in_messages) {
        return Some(Basis::Stated);
    }
    let proposal: Vec<Word> = words::words(transcript.confirmed?);
    let known = |word: &String| in_messages(word) || words::position(word, &proposal).is_some();
    wanted.iter().all(known).then_some(Basis::Confirmed)
}

/// The value with its basis and a quote for it.
pub(super) fn with_quote<'a>(
    transcript: &Transcript<'a>,
    value: &str,
    basis: Basis,
    wanted: &[String],
) -> Grounded<'a> {
    match basis {
        Basis::Stated => Grounded::stated(value, transcript.quote_words(wanted).unwrap_or_default()),
        _ => Grounded::confirmed(value, transcript),
    }
}
