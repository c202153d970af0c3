//! Names of currencies that tell nothing without a country ("dinars", "pesos"): asked about while none is named, and
//! settled by the first one that is.

use job_post::{Field, Op, ProposedUpdate, money};

use super::{proposals::set, turn::Turn};
use crate::phrases::{Say, say};

/// The user named a currency of several countries for the salary, and none of these.
pub(super) fn is_undecided(turn: &Turn, updates: &[ProposedUpdate]) -> bool {
    is_missing(turn, updates) && newest(turn, updates).is_some_and(|mention| mention.meant.is_none())
}

/// "In Jordan", "pesos mexicanos": what was said before has its country now.
pub(super) fn settled(turn: &Turn, updates: &[ProposedUpdate]) -> Option<ProposedUpdate> {
    let meant = newest(turn, updates).filter(|_| is_missing(turn, updates))?.meant?;
    Some(set(Field::Currency, meant.code(), &turn.message))
}

/// Was the country of the currency what the last reply asked for?
pub(super) fn was_asked(turn: &Turn) -> bool {
    turn.last_reply.contains(&say(turn.language, Say::WhichCountry))
}

/// There is a salary, and no currency of it.
fn is_missing(turn: &Turn, updates: &[ProposedUpdate]) -> bool {
    let is_set = |field: Field| updates.iter().any(|it| it.field == field && it.op == Op::Set);
    let is_cleared = |field: Field| updates.iter().any(|it| it.field == field && it.op == Op::Clear);
    let stands = |field: Field| (turn.has(field.as_str()) && !is_cleared(field)) || is_set(field);
    (stands(Field::SalaryMin) || stands(Field::SalaryMax))
        && !turn.has(Field::Currency.as_str())
        && !is_set(Field::Currency)
}

/// The currency named last, as all that was said settles it.
fn newest(turn: &Turn, updates: &[ProposedUpdate]) -> Option<money::CurrencyMention> {
    let texts = || std::iter::once(&turn.message).chain(turn.earlier.iter().rev());
    let places = updates.iter().filter(|it| it.field == Field::Location).map(|it| &*it.value);
    let context: Vec<&str> =
        texts().map(String::as_str).chain([turn.text("location")]).chain(places).collect();
    let context = context.join("\n");
    texts().find_map(|text| money::currencies_in(text, &context).into_iter().next())
}
