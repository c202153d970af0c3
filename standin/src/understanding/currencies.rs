//! Currency names that several countries share ("dinars", "pesos"): the country decides, and is asked for if missing.

use job_post::{Field, Op, ProposedUpdate, money};

use crate::phrases::{Phrase, phrase};
use crate::{turn::Turn, understanding::updates::set};

/// Did the user name a shared currency for the salary, and no country?
pub(crate) fn is_undecided(turn: &Turn, updates: &[ProposedUpdate]) -> bool {
    is_missing(turn, updates) && newest(turn, updates).is_some_and(|mention| mention.meant.is_none())
}

/// The currency of a salary that was stated earlier, once its country is known: "in Jordan", "pesos mexicanos".
pub(crate) fn resolved(turn: &Turn, updates: &[ProposedUpdate]) -> Option<ProposedUpdate> {
    if !is_missing(turn, updates) {
        return None;
    }
    match newest(turn, updates) {
        Some(mention) => Some(set(Field::Currency, mention.meant?.code(), &turn.message)),
        None => of_work(turn),
    }
}

/// The currency of the place of work, for pay without one: "in Laredo, Texas, 18.50 an hour".
fn of_work(turn: &Turn) -> Option<ProposedUpdate> {
    let mut texts = std::iter::once(&turn.message).chain(turn.earlier.iter().rev());
    let (text, (currency, place)) = texts.find_map(|text| Some((text, money::currency_of_work(text)?)))?;
    Some(set(Field::Currency, currency.code(), &text[place]))
}

/// Did the last reply ask for the country of the currency?
pub(crate) fn was_asked(turn: &Turn) -> bool {
    turn.last_reply.contains(&phrase(turn.language, Phrase::WhichCountry))
}

/// Is there a salary without a currency?
fn is_missing(turn: &Turn, updates: &[ProposedUpdate]) -> bool {
    let is_set = |field: Field| updates.iter().any(|it| it.field == field && it.op == Op::Set);
    let is_cleared = |field: Field| updates.iter().any(|it| it.field == field && it.op == Op::Clear);
    let is_held = |field: Field| (turn.has(field.as_str()) && !is_cleared(field)) || is_set(field);
    (is_held(Field::SalaryMin) || is_held(Field::SalaryMax))
        && !turn.has(Field::Currency.as_str())
        && !is_set(Field::Currency)
}

/// The currency that was named last, resolved with the context of the whole conversation.
fn newest(turn: &Turn, updates: &[ProposedUpdate]) -> Option<money::CurrencyMention> {
    let texts = || std::iter::once(&turn.message).chain(turn.earlier.iter().rev());
    let places = updates.iter().filter(|it| it.field == Field::Location).map(|it| &*it.value);
    let context: Vec<&str> =
        texts().map(String::as_str).chain([turn.text("location")]).chain(places).collect();
    let context = context.join("\n");
    texts().find_map(|text| money::currencies_in(text, &context).into_iter().next())
}
