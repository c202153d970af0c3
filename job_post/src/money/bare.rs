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
