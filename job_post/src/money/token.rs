//! A token of a text: a word, a number or a sign, with its byte range.

use std::ops::Range;

use rust_decimal::Decimal;

use super::lists::List;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// In plain form; starts with a letter.
    Word(String),
    /// The possible values, likeliest first ("1.234" is 1234, then 1.234). Empty for dates and versions.
    Number(Vec<Decimal>),
    /// Any other character, and a line break, which no amount spans.
    Sign(char),
}

#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub kind: Kind,
    pub span: Range<usize>,
    /// There is no white space before it.
    pub glued: bool,
    /// A number in words: "eighty-five".
    pub in_words: bool,
    /// All letters are capitals, as in currency codes.
    pub capitals: bool,
}

impl Token {
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn sign(&self) -> Option<char> {
        match self.kind {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    pub fn is_sign(&self, signs: &[char]) -> bool {
        self.sign().is_some_and(|sign| signs.contains(&sign))
    }

    pub fn is_in(&self, list: List) -> bool {
        self.word().is_some_and(|word| list.has(word))
    }

    pub fn is_word(&self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| words.contains(&word))
    }
}
