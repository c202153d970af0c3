//! Splits a text into tokens.

use super::currencies;
use super::lists::{self, is_unspaced};
use super::numerals;
use super::spelled;
use super::token::{Kind, Token};
use crate::language::word_forms::{is_arabic, plain};

/// Longest text that is read; the rest is ignored.
const MAX_BYTES: usize = 64 * 1024;

pub(crate) fn tokens(text: &str) -> Vec<Token> {
    #[cfg(test)]
    crate::bytes_read::count(text);
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
        let (kind, mut end) = token_at(text, at, next);
        let kind = match kind {
            // "£45kpa"
            Kind::Word(word) if glued && is_thousand_with_unit(&word, found.last()) => {
                end = at + 1;
                Kind::Word("k".to_owned())
            }
            kind => kind,
        };
        let source = &text[at..end];
        let capitals = source.chars().all(char::is_uppercase);
        found.push(Token {
            kind,
            span: at..end,
            glued: glued && !found.is_empty(),
            in_words: false,
            capitals,
        });
        at = end;
        glued = true;
    }
    spelled::join(found)
}

/// Is it a "k" behind a number, together with a unit: "kpa", "kpm"?
fn is_thousand_with_unit(word: &str, before: Option<&Token>) -> bool {
    before.is_some_and(|token| matches!(token.kind, Kind::Number(_)))
        && matches!(word, "kpa" | "kpm" | "kpw" | "kpcm" | "kpd" | "kph")
}

fn token_at(text: &str, at: usize, first: char) -> (Kind, usize) {
    if numerals::digit(first).is_some() {
        let (readings, end) = numerals::scan(text, at);
        return (Kind::Number(readings), end);
    }
    if is_unspaced(first) {
        let end = at + lists::known_word(&text[at..]).unwrap_or_else(|| first.len_utf8());
        return (Kind::Word(text[at..end].to_owned()), end);
    }
    if first.is_alphabetic() {
        let end = word_end(text, at);
        return (Kind::Word(plain(&text[at..end])), end);
    }
    (Kind::Sign(first), at + first.len_utf8())
}

/// The end of a word: letters and marks, apostrophes inside, and digits ("web3") except after a currency code ("EUR65").
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut rest = text[start..].chars().peekable();
    while let Some(letter) = rest.next() {
        let inside = match letter {
            '\'' | '’' => rest.peek().is_some_and(|next| next.is_alphabetic()),
            _ if numerals::digit(letter).is_some() => {
                // "و10000": the Arabic "and" is written together with the next word.
                !text[start..end].ends_with(is_arabic) && !currencies::is_prefix(&text[start..end])
            }
            _ => {
                is_word_letter(letter)
                    && !is_unspaced(letter)
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

/// Does a capital after small letters begin another word, as in pasted web pages: "per monthFull time"?
fn begins_next(word: &str, letter: char, next: Option<&char>) -> bool {
    letter.is_uppercase()
        && next.is_some_and(|next| next.is_lowercase())
        && word.chars().count() > 2
        && word.chars().skip(1).all(char::is_lowercase)
}

fn is_word_letter(letter: char) -> bool {
    letter.is_alphabetic() || unicode_normalization::char::is_combining_mark(letter)
}
