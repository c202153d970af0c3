//! Leaves out amounts that the same text takes back: "not 12 lpa, it's 1.2 lpa", "20 instead of 18 an hour".

use crate::money::Pay;
use crate::money::lists::List;
use crate::money::ranges::Mention;
use crate::money::token::{Kind, Token};

/// Does a word before the amount take it back?
pub(crate) fn takes_back(tokens: &[Token], mention: &Mention) -> bool {
    let word = |back: usize| mention.tokens.start.checked_sub(back).map(|at| &tokens[at]);
    let Some(last) = word(1) else { return false };
    // "18 no 20 an hour" lacks the comma of dictation: either may be meant.
    if last.is_word(&["no"]) && word(2).is_some_and(|before| matches!(before.kind, Kind::Number(_))) {
        return false;
    }
    // "there is no 12 an hour" and "no, 20" differ by the comma, which is a token of its own.
    last.is_in(List::Not) || word(2).is_some_and(|first| is_instead(first, last))
}

/// "instead of", "rather than", "au lieu de", "en vez de", "invece di", "em vez de", "in plaats van"
fn is_instead(first: &Token, last: &Token) -> bool {
    (first.is_word(&["instead"]) && last.is_word(&["of"]))
        || (first.is_word(&["rather"]) && last.is_word(&["than"]))
        || (first.is_word(&["lieu", "vez", "lugar", "invece", "plaats", "stället", "stedet"])
            && last.is_word(&["de", "di", "van", "för", "for"]))
}

/// Does the first amount come directly before the words that take back the second?
pub(crate) fn replaces(tokens: &[Token], first: &Mention, second: &Mention) -> bool {
    let between = &tokens[first.tokens.end..second.tokens.start];
    let is_linked = |token: &Token| token.word().is_some() || token.is_sign(&[',', '(']);
    (1..=3).contains(&between.len()) && between.iter().all(is_linked)
}

/// The amounts that stand. One that is taken back counts only if there is no other: "no 20 an hour" may lack a comma.
pub(crate) fn standing(found: Vec<(Pay, bool)>) -> Vec<Pay> {
    let all_taken_back = found.iter().all(|(_, taken_back)| *taken_back);
    found.into_iter().filter(|(_, taken_back)| all_taken_back || !taken_back).map(|(pay, _)| pay).collect()
}
