//! Numbers without a currency, multiplier or period: recognises those of addresses, telephones and counted things.

use super::surroundings::{has_cue, stands_alone};
use crate::language::list_file;
use crate::money::lists::List;
use crate::money::ranges::Mention;
use crate::money::token::{Kind, Token};

/// Is it part of an address, a code or a telephone number? Then it is no pay, even in a sentence about pay.
pub(crate) fn is_address_or_code(tokens: &[Token], mention: &Mention) -> bool {
    if mention.marker.is_some() || mention.low.multiplier.is_some() || mention.high.is_some() {
        return false;
    }
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let behind = tokens[end..].iter().take(3).take_while(|token| token.word().is_some());
    let words_before =
        || tokens[..start].iter().rev().take(2).take_while(|token| !token.is_sign(&[',', '.', ';', '\n']));
    let state = tokens[..start].last().is_some_and(is_state);
    let street = behind.clone().any(|token| token.is_in(List::Street) || ends_as_street(token))
        || words_before().any(|token| token.is_in(List::Street) || ends_as_street(token));
    street || state || words_before().any(|token| token.is_in(List::Code)) || is_dialled(tokens, mention)
}

/// Does the number count or name the next word: "12,000 widgets", "10115 Berlin"?
pub(crate) fn belongs_to_next(tokens: &[Token], mention: &Mention) -> bool {
    let bare = mention.marker.is_none() && mention.low.multiplier.is_none();
    bare && !has_cue(tokens, mention.tokens.start) && !stands_alone(tokens, mention.tokens.end)
}

/// Is the number part of a name: "line 7", and in a list of names with capitals "Java 21, Spring"?
pub(crate) fn is_numbered(text: &str, tokens: &[Token], mention: &Mention) -> bool {
    let bare = mention.marker.is_none() && mention.low.multiplier.is_none() && mention.high.is_none();
    let Some(before) = mention.tokens.start.checked_sub(1).map(|at| &tokens[at]).filter(|_| bare) else {
        return false;
    };
    let is_capital = |token: &Token| text[token.span.clone()].starts_with(char::is_uppercase);
    let behind = |by: usize| tokens.get(mention.tokens.end + by);
    let goes_on = |token: &Token| token.is_sign(&[',', '&', '/']) || token.is_in(List::BetweenAnd);
    let is_listed = behind(0).is_some_and(goes_on) && behind(1).is_some_and(is_capital);
    let of_pay = [
        List::Cue,
        List::AtLeast,
        List::AtMost,
        List::ToAtMost,
        List::Between,
        List::Around,
        List::To,
        List::Not,
    ];
    let is_of_pay = of_pay.into_iter().any(|list| before.is_in(list))
        || before
            .word()
            .is_some_and(|word| super::periods::adverb(word).is_some() || super::currencies::is_prefix(word));
    before.is_in(List::Numbered) || before.word().is_some() && is_capital(before) && !is_of_pay && is_listed
}

/// Is it the name of a street: "Hauptstraße", "Marktplatz"?
fn ends_as_street(token: &Token) -> bool {
    let endings = ["straße", "strasse", "platz", "allee", "gasse"];
    token
        .word()
        .is_some_and(|word| endings.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending)))
}

/// Is it the postal code of a state: "TX 78701"?
fn is_state(token: &Token) -> bool {
    const STATES: &str = include_str!("../../data/us_states.txt");
    let code = token.word().filter(|word| token.capitals && word.len() == 2).map(str::to_uppercase);
    code.is_some_and(|code| list_file::named(STATES).any(|(state, _)| state == code))
}

/// Is it part of a telephone number: next to another number, or after a plus sign?
fn is_dialled(tokens: &[Token], mention: &Mention) -> bool {
    let is_number = |token: Option<&Token>| token.is_some_and(|token| matches!(token.kind, Kind::Number(_)));
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = start.checked_sub(1).and_then(|at| tokens.get(at));
    is_number(before)
        || is_number(tokens.get(end))
        || before.is_some_and(|token| token.is_sign(&['+']) && !token.glued)
}
