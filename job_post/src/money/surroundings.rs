//! The words around an amount.

use super::lists::List;
use super::token::Token;

/// The tokens of the sentence around `at`.
fn sentence(tokens: &[Token], at: usize) -> &[Token] {
    let ends = |token: &Token| token.is_sign(&['.', '!', '?', ';', '\n', '。', '！', '？']);
    let start = tokens[..at].iter().rposition(ends).map_or(0, |found| found + 1);
    let end = tokens[at..].iter().position(ends).map_or(tokens.len(), |found| at + found);
    &tokens[start..end]
}

/// Does the sentence around `at` have a word for pay, like "salary"?
pub(super) fn has_cue(tokens: &[Token], at: usize) -> bool {
    sentence(tokens, at).iter().any(|token| token.is_in(List::Cue))
}

/// Does no counted thing follow ("100k users", "a 50K deal")?
pub(super) fn stands_alone(tokens: &[Token], end: usize) -> bool {
    let ends = |token: &Token| token.is_in(List::AfterThousands) || token.is_in(List::Not);
    tokens.get(end).is_none_or(|token| token.word().is_none() || ends(token))
}
