//! Reads the cents behind a currency: "thirteen pound twenty", "22 dollars and 50 cents".

use rust_decimal::Decimal;

use crate::money::lists::List;
use crate::money::periods;
use crate::money::token::{Kind, Token};

/// The cents at token `at`, after an amount with its currency, and the next token.
///
/// Without a word for cents the number must be the last of the amount: in "12 € 35 h" it counts hours.
pub(crate) fn cents_at(tokens: &[Token], readings: &[Decimal], at: usize) -> Option<(Decimal, usize)> {
    let [whole] = readings else { return None };
    if tokens.get(at)?.is_word(&["ونصف"]) {
        return Some((Decimal::new(5, 1), at + 1));
    }
    let joint =
        tokens.get(at).is_some_and(|token| token.is_in(List::BetweenAnd) || token.is_word(&["con", "mit"]));
    // "twenty four dollars, fifty cents"
    let comma = tokens.get(at).is_some_and(|token| token.is_sign(&[',']));
    let named = tokens.get(at + 2).is_some_and(|token| token.is_in(List::Cents));
    let number = at + usize::from(joint || (comma && named));
    let Kind::Number(cents) = &tokens.get(number)?.kind else { return None };
    let [cents] = cents[..] else { return None };
    let is_cents = cents.is_integer() && cents > Decimal::ZERO && cents < Decimal::ONE_HUNDRED;
    if !is_cents || !whole.is_integer() || *whole >= Decimal::ONE_THOUSAND {
        return None;
    }
    let end = number + 1;
    let fraction = (cents / Decimal::ONE_HUNDRED).normalize();
    if tokens.get(end).is_some_and(|token| token.is_in(List::Cents)) {
        return Some((fraction, end + 1));
    }
    // "Between $18 and 20 per hour" is a range.
    if tokens.get(at).is_some_and(|token| token.is_in(List::BetweenAnd)) && !tokens[number].in_words {
        return None;
    }
    let period_follows = periods::period_at(tokens, end).is_some();
    let range_follows = tokens.get(end).is_some_and(|token| token.is_in(List::To) && tokens[number].in_words);
    let goes_on =
        |token: &Token| token.is_sign(&['.', ',', ';', '!', '\n']) || token.is_in(List::AfterThousands);
    let ends = tokens.get(end).is_none_or(goes_on) && tokens[number].in_words;
    // "15 pounds 50 for nights"
    let purpose =
        tokens.get(end).is_some_and(|token| token.is_word(&["for", "für", "pour", "para", "per", "voor"]));
    let fits = cents >= Decimal::TEN && (period_follows || range_follows || ends || purpose);
    fits.then_some((fraction, end))
}
