//! Text cut into words, numbers and signs, each with the bytes it was read from.

use std::ops::Range;

use rust_decimal::Decimal;

use super::lists::List;
use super::numerals;
use crate::word_lists::{is_arabic, plain};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// In its plain form; starts with a letter.
    Word(String),
    /// What the digits can mean, likeliest first ("1.234" is 1234, then 1.234). Empty for dates and versions.
    Number(Vec<Decimal>),
    /// Anything else; a line break too, since no amount reaches over one.
    Sign(char),
}

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub span: Range<usize>,
    /// No white space stands before it.
    pub glued: bool,
    /// The word was written in capitals only, as currency codes are.
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

/// Longest text that is looked at; the rest of a longer one is ignored.
const MAX_BYTES: usize = 64 * 1024;

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut glued = false;
    while let Some(next) = text[at..].chars().next() {
        if at > MAX_BYTES {
            break;
        }
        if next.is_whitespace() && next != '\n' {
            at += next.len_utf8();
            glued = false;
            continue;
        }
        let (kind, end) = token_at(text, at, next);
        let source = &text[at..end];
        let capitals = source.chars().all(char::is_uppercase);
        found.push(Token { kind, span: at..end, glued: glued && !found.is_empty(), capitals });
        at = end;
        glued = true;
    }
    numerals::join_spelled(found)
}

fn token_at(text: &str, at: usize, first: char) -> (Kind, usize) {
    if numerals::digit(first).is_some() {
        let (readings, end) = numerals::scan(text, at);
        return (Kind::Number(readings), end);
    }
    if first.is_alphabetic() && !is_counter(first) {
        let end = word_end(text, at);
        return (Kind::Word(plain(&text[at..end])), end);
    }
    if is_counter(first) {
        return (Kind::Word(first.to_string()), at + first.len_utf8());
    }
    (Kind::Sign(first), at + first.len_utf8())
}

/// Characters that count in ten thousands or thousands and stand glued to a number or currency.
fn is_counter(letter: char) -> bool {
    matches!(letter, '万' | '萬' | '만' | '千' | '円' | '元' | '원')
}

/// A word's end: letters and marks, apostrophes inside, and digits ("web3") unless a currency code came before ("EUR65").
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut rest = text[start..].chars().peekable();
    while let Some(letter) = rest.next() {
        let inside = match letter {
            '\'' | '’' => rest.peek().is_some_and(|next| next.is_alphabetic()),
            _ if numerals::digit(letter).is_some() => {
                // "و10000": the Arabic "and" is written together with what follows.
                !text[start..end].ends_with(is_arabic) && !super::currencies::is_prefix(&text[start..end])
            }
            _ => {
                is_word_letter(letter)
                    && !is_counter(letter)
                    && !begins_next(&text[start..end], letter, rest.peek())
            }
        };
        if !inside {
            break;
        }
        end += letter.len_utf8();
    }
    end
}

/// "per monthFull time", as web pages are pasted: a capital behind small letters begins another word.
fn begins_next(word: &str, letter: char, next: Option<&char>) -> bool {
    letter.is_uppercase()
        && next.is_some_and(|next| next.is_lowercase())
        && word.chars().count() > 2
        && word.chars().skip(1).all(char::is_lowercase)
}

fn is_word_letter(letter: char) -> bool {
    letter.is_alphabetic() || unicode_normalization::char::is_combining_mark(letter)
}
