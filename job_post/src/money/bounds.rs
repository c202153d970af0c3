//! Reads whether a single amount is a bound: "cap it at 52", "mindestens 18", "52 es el tope".

use iso_currency::Currency;

use crate::language::words::plain_words;
use crate::money::currencies::Marker;
use crate::money::lists::List;
use crate::money::ranges::Mention;
use crate::money::token::{Kind, Token};

/// The bound that a single amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    Exactly,
    AtLeast,
    AtMost,
}

/// How many tokens are read on each side of an amount.
const REACH: usize = 4;

/// `end`: the token behind the amount with its currency and period.
pub(crate) fn bound(tokens: &[Token], mention: &Mention, end: usize) -> Bound {
    let start = mention.tokens.start;
    let near = tokens_before(tokens, start);
    let has = |list: List| near.iter().any(|token| token.is_in(list));
    let named = [end, mention.tokens.end].into_iter().find_map(|at| named_behind(tokens, at));
    let follows = |list: List| follows(tokens, [end, mention.tokens.end], list);
    let is_at_least = has(List::AtLeast) && !is_province(&near) || is_short_least(tokens, start);
    if denies(&near, List::Less, List::Below) {
        Bound::AtLeast
    } else if denies(&near, List::More, List::Above)
        || is_end_of(tokens, start, end, &["top", "upper", "high", "higher"], "oben")
        || reaches(tokens, mention, &near)
        || has(List::AtMost)
        || follows(List::AtMostBehind)
        || named == Some(Bound::AtMost)
    {
        Bound::AtMost
    } else if mention.low.open_ended
        || is_end_of(tokens, start, end, &["low", "lower", "bottom"], "unten")
        || is_at_least
        || follows(List::AtLeastBehind)
        || named == Some(Bound::AtLeast)
    {
        Bound::AtLeast
    } else {
        Bound::Exactly
    }
}

/// The tokens before an amount that may name its bound, nearest first. A bound before another number belongs to that one.
fn tokens_before(tokens: &[Token], start: usize) -> Vec<&Token> {
    let mut near = Vec::new();
    for (at, token) in tokens[..start].iter().enumerate().rev() {
        if is_abbreviating(tokens, at) || is_within_word(tokens, at) {
            continue;
        }
        let is_number = matches!(token.kind, Kind::Number(_));
        if near.len() == REACH || is_number || token.is_sign(&[',', '.', ';', '-', '–', '\n']) {
            break;
        }
        near.push(token);
    }
    near
}

/// Is it the dot of an abbreviation: "max. 3.200 €"?
fn is_abbreviating(tokens: &[Token], at: usize) -> bool {
    const DOTTED: [&str; 7] = ["max", "máx", "maks", "min", "mín", "mind", "ca"];
    let is_dot = tokens[at].glued && tokens[at].is_sign(&['.']);
    is_dot && at > 0 && tokens[at - 1].is_word(&DOTTED)
}

/// Is it a hyphen within a word: "plafonnez-le à 52"?
fn is_within_word(tokens: &[Token], at: usize) -> bool {
    let is_word = |at: usize| tokens.get(at).is_some_and(|token| token.word().is_some());
    let is_glued = |at: usize| tokens.get(at).is_some_and(|token| token.glued);
    tokens[at].is_sign(&['-'])
        && is_glued(at)
        && is_glued(at + 1)
        && at > 0
        && is_word(at - 1)
        && is_word(at + 1)
}

/// "Mind. 2.400 €": without its dot it is an English verb.
fn is_short_least(tokens: &[Token], start: usize) -> bool {
    start >= 2 && is_abbreviating(tokens, start - 1) && tokens[start - 2].is_word(&["mind"])
}

/// "No more than", "pas plus de", "nie więcej niż"; "not above", "nicht über", "don't go below".
fn denies(near: &[&Token], compared: List, directly: List) -> bool {
    const THAN: [&str; 8] = ["than", "als", "de", "di", "que", "do", "dan", "niż"];
    let is_no =
        |token: &Token| token.is_in(List::Not) || token.word().is_some_and(|word| word.ends_with("n't"));
    let is_apart = |run: &[&Token]| {
        let is_than = run[0].is_word(&THAN) && run[1].is_in(compared);
        (is_than || run[0].is_in(directly)) && is_no(run[2])
    };
    let is_bare = |pair: &[&Token]| {
        pair[0].is_in(directly) && is_no(pair[1])
            || pair[0].is_in(compared) && pair[1].is_word(&["no", "not"])
    };
    near.windows(3).any(is_apart) || near.windows(2).any(is_bare)
}

/// "The top end to $48", "the upper figure should have been 31", "48,000 at the upper end", "nach oben auf 3.200".
fn is_end_of(tokens: &[Token], start: usize, end: usize, ends: &[&str], way: &str) -> bool {
    const ENDS: [&str; 6] = ["end", "limit", "bound", "figure", "amount", "value"];
    let stops = |token: &&Token| !token.is_sign(&['.', ';', '\n']);
    let wide: Vec<&Token> = tokens[..start].iter().rev().take(7).take_while(stops).collect();
    let behind: Vec<&Token> = tokens[end..].iter().take(4).collect();
    let near = tokens_before(tokens, start);
    wide.windows(2).any(|pair| pair[1].is_word(ends) && pair[0].is_word(&ENDS))
        || behind.windows(2).any(|pair| pair[0].is_word(ends) && pair[1].is_word(&ENDS))
        || near.windows(2).any(|pair| pair[1].is_word(&["nach"]) && pair[0].is_word(&[way]))
}

/// "Up to 60k", "t/m 3.400", "bis 3.000 €", "au plus 2 400", "～850万円".
fn reaches(tokens: &[Token], mention: &Mention, near: &[&Token]) -> bool {
    const PAIRS: [(&str, &str); 4] = [("up", "to"), ("t", "m"), ("bis", "zu"), ("au", "plus")];
    let is_pair = |pair: &[&Token]| {
        PAIRS.iter().any(|(first, second)| pair[1].is_word(&[*first]) && pair[0].is_word(&[*second]))
    };
    let Some(last) = near.first() else { return false };
    // Japanese "〜850万円"; elsewhere "~" is "about".
    let below = last.is_sign(&['〜', '～']) && tokens[mention.tokens.start].glued;
    // The Polish "do" is a verb in English.
    let is_slavic = matches!(mention.marker, Some(Marker::Exactly(Currency::PLN | Currency::CZK)));
    below || last.is_in(List::ToAtMost) || is_slavic && last.is_word(&["do"]) || near.windows(2).any(is_pair)
}

/// A word of the list directly behind the amount or its period, or behind "as": "2.800 als minimum".
fn follows(tokens: &[Token], ends: [usize; 2], list: List) -> bool {
    const AS: [&str; 6] = ["as", "als", "comme", "como", "come", "jako"];
    let behind = tokens.get(ends[0]);
    let named = behind.filter(|token| token.is_word(&AS)).and_then(|_| tokens.get(ends[0] + 1));
    behind.into_iter().chain(tokens.get(ends[1])).chain(named).any(|token| token.is_in(list))
}

/// The bound that the words behind an amount name: "52 is our ceiling", "52 au plus", "52 al massimo".
fn named_behind(tokens: &[Token], end: usize) -> Option<Bound> {
    const PAIRED: [&str; 8] = ["at", "the", "au", "al", "lo", "pelo", "co", "علي"];
    let mut before: Option<&Token> = None;
    let end = end + usize::from(points_back(tokens, end));
    for (at, token) in tokens.iter().enumerate().skip(end).take(REACH + 1) {
        let is_paired = before.is_some_and(|before| before.is_word(&PAIRED));
        let names = |list: List, paired: List| token.is_in(list) || is_paired && token.is_in(paired);
        let found = if names(List::BoundMost, List::PairedMost) {
            Bound::AtMost
        } else if names(List::BoundLeast, List::PairedLeast) {
            Bound::AtLeast
        } else if is_link(token) {
            before = Some(token);
            continue;
        } else {
            return None;
        };
        return (!begins_amount(tokens, at + 1)).then_some(found);
    }
    None
}

/// Does a comma come before words for the amount itself: "33, c'est notre plafond"?
fn points_back(tokens: &[Token], at: usize) -> bool {
    const IT: [&str; 9] = ["that", "that's", "das", "c'est", "eso", "isso", "isto", "dat", "to"];
    let is_comma = tokens.get(at).is_some_and(|token| token.is_sign(&[',']));
    is_comma && tokens.get(at + 1).is_some_and(|token| token.is_word(&IT))
}

/// "18 an hour at least 20 hours" and "18 the maximum is 20" name the bound of the next number.
fn begins_amount(tokens: &[Token], at: usize) -> bool {
    const WORDS: [&str; 9] = ["is", "of", "ist", "est", "es", "é", "è", "jest", "von"];
    let next = tokens.get(at).filter(|token| !token.is_sign(&['.'])).or_else(|| tokens.get(at + 1));
    next.is_some_and(|next| matches!(next.kind, Kind::Number(_)) || next.is_word(&WORDS))
}

fn is_link(token: &Token) -> bool {
    // Without their accents they mean "and".
    token.is_in(List::BoundLink) || token.is_word(&["é", "è"])
}

/// Is the nearest word Alberta and not the German "ab": "Calgary, AB $18"?
fn is_province(near: &[&Token]) -> bool {
    let mut bounds = near.iter().filter(|token| token.is_in(List::AtLeast));
    bounds.all(|token| token.capitals && token.is_word(&["ab"]))
}

/// Does the text have a word for a least or a most amount?
pub(crate) fn names_bound(text: &str) -> bool {
    plain_words(text).iter().any(|word| List::AtLeast.has(word) || List::AtMost.has(word))
}

/// Does the word name the most that is paid, before an amount or behind it?
pub(crate) fn names_most(word: &str) -> bool {
    List::BoundMost.has(word)
}
