//! Turns the LLM's updates into changes. Ungrounded and contradictory updates are refused; equal values change nothing.

mod implied;
mod lists;
mod pay;
mod removals;
mod suggestions;
mod usual_currency;

pub use self::removals::names_field_in;
use super::grounding::{self, Grounded};
use super::input::TurnInput;
use super::proposal::{ProposedUpdate, Refusal, RefusalReason};
use super::quotes::find_quote;
use super::transcript::Transcript;
use crate::language::words;
use crate::values;
use crate::{Basis, Change, Draft, Field, Op};

/// The result of a turn's updates.
#[derive(Clone, Debug, Default)]
pub(crate) struct Judged {
    pub changes: Vec<Change>,
    pub refusals: Vec<Refusal>,
    /// The input's draft with the changes applied.
    pub draft: Draft,
}

/// An update with the changes it would make.
struct Candidate<'a> {
    update: &'a ProposedUpdate,
    changes: Vec<Change>,
}

/// Most updates of a proposal; the rest is ignored.
const MAX_UPDATES: usize = 100;

/// Checks all updates of a proposal against the transcript. `orders`: the message gives orders to the LLM.
pub(crate) fn judge(
    input: &TurnInput<'_>,
    transcript: &Transcript<'_>,
    updates: &[ProposedUpdate],
    orders: bool,
) -> Judged {
    let moved = at_proposed_place(transcript, updates);
    let transcript = moved.as_ref().unwrap_or(transcript);
    let mut judged = Judged { draft: input.draft.clone(), ..Judged::default() };
    keep(suggestions::answered(input, transcript), &mut judged);
    let mut candidates = Vec::new();
    for update in updates.iter().take(MAX_UPDATES) {
        let lists_set = candidates.iter().any(|earlier: &Candidate<'_>| earlier.update.field == update.field);
        match changes_of(input, transcript, update, orders, lists_set, &mut judged.refusals) {
            // An LLM that follows such orders may suggest anything.
            Ok(mut changes) if orders => {
                changes.retain(|change| change.evidence.basis != Basis::Assumed);
                candidates.push(Candidate { update, changes });
            }
            Ok(changes) => candidates.push(Candidate { update, changes }),
            Err(reason) => judged.refusals.push(Refusal { update: update.clone(), reason }),
        }
    }
    let candidates = pay::without_wrong_ends(transcript, candidates, &mut judged.refusals);
    let candidates = without_contradictions(candidates, &mut judged.refusals);
    apply(transcript, candidates, &mut judged);
    // A model that follows such orders may leave out what it likes.
    if !orders {
        keep(implied::changes(input, transcript, &judged), &mut judged);
        keep(implied::removal(transcript, &judged), &mut judged);
    }
    keep(usual_currency::change(input, transcript, &judged), &mut judged);
    judged
}

/// The transcript at the place that the proposal names, if the user has said it: it may decide what "$" means.
fn at_proposed_place<'a>(transcript: &Transcript<'a>, updates: &[ProposedUpdate]) -> Option<Transcript<'a>> {
    let is_place = |update: &&ProposedUpdate| update.field == Field::Location && update.op == Op::Set;
    let said = updates.iter().take(MAX_UPDATES).filter(is_place).filter_map(|update| {
        let value = values::canonical(Field::Location, &update.value)?;
        grounding::ground(transcript, Field::Location, &value, &update.quote).ok()
    });
    let place = said.last()?.value;
    Some(transcript.clone().at(Some(&place)))
}

fn changes_of(
    input: &TurnInput<'_>,
    transcript: &Transcript<'_>,
    update: &ProposedUpdate,
    orders: bool,
    list_seen: bool,
    refusals: &mut Vec<Refusal>,
) -> Result<Vec<Change>, RefusalReason> {
    let field = update.field;
    let removes = matches!(update.op, Op::Clear) || (update.op == Op::Remove);
    if orders && (removes || is_hard(field)) {
        return Err(RefusalReason::Instruction);
    }
    if removes {
        return removals::changes(input, transcript, update);
    }
    let value = values::canonical(field, &update.value).ok_or(RefusalReason::Invalid)?;
    if field.is_list() {
        return lists::changes(input, transcript, update, &value, list_seen, refusals);
    }
    let held =
        input.draft.leaves(field).next().filter(|leaf| leaf.evidence.is_established() && leaf.value == value);
    let grounded = match (held, ground_scalar(input.draft, transcript, field, &value, &update.quote)) {
        (Some(held), Ok(grounded))
            if held.evidence.is_weaker_than(&grounded.evidence(input.turn, transcript)) =>
        {
            grounded
        }
        (Some(_), _) => return Ok(Vec::new()),
        (None, grounded) => grounded?,
    };
    // The reply may not repeat an amount that was read otherwise.
    if pay::lacks_mark(field, &value, &grounded.value)
        && input.draft.value(field).as_deref() != Some(&*grounded.value)
    {
        refusals.push(Refusal { update: update.clone(), reason: RefusalReason::NotGrounded });
    }
    let evidence = grounded.evidence(input.turn, transcript);
    Ok(vec![Change { op: Op::Set, field, value: grounded.value, evidence }])
}

/// Must a message with orders to the LLM leave the field alone?
fn is_hard(field: Field) -> bool {
    field.is_pay() || field.is_flag() || matches!(field, Field::Title | Field::Benefits)
}

/// Grounds a field of one value. A value that replaces an established one must come from the current message; only a
/// correction ("call it lead instead") and "put it back" may use earlier words.
fn ground_scalar<'a>(
    draft: &Draft,
    transcript: &Transcript<'a>,
    field: Field,
    value: &str,
    quote: &str,
) -> Result<Grounded<'a>, RefusalReason> {
    if pay::is_taken_back(transcript, field, value) || pay::is_of_other_bound(draft, transcript, field, value)
    {
        return Err(RefusalReason::NotGrounded);
    }
    if !draft.is_established(field) {
        return grounding::ground(transcript, field, value, quote)
            .or_else(|reason| pay::corrected(draft, transcript, field, value).ok_or(reason));
    }
    let held = draft.value(field).unwrap_or_default();
    if field == Field::Currency && grounding::keeps_currency(transcript, &held, value) {
        return Err(RefusalReason::NotGrounded);
    }
    let fresh = grounding::ground(&transcript.now(), field, value, quote).and_then(|grounded| {
        if pay::is_beside_the_pay(draft, transcript, field, &grounded.value) {
            return Err(RefusalReason::NotGrounded);
        }
        let is_quoted = || find_quote(transcript.current.text, quote).is_some();
        let weaker = match grounded.basis {
            Basis::Interpreted => !is_quoted() && !corrects(transcript),
            basis => basis == Basis::Assumed,
        };
        if weaker { Err(RefusalReason::NotGrounded) } else { Ok(grounded) }
    });
    let reason = match fresh {
        Ok(grounded) => return Ok(grounded),
        Err(reason) => reason,
    };
    if let Some(corrected) = pay::corrected(draft, transcript, field, value) {
        return Ok(corrected);
    }
    if field == Field::Openings
        && let Some(corrected) = grounding::openings_corrected(transcript, &held, value)
    {
        return Ok(corrected);
    }
    let named = matches!(field, Field::Title | Field::Location | Field::Department | Field::Description);
    let mentions = words::plain_words(value)
        .iter()
        .any(|word| words::position(word, &transcript.current.words).is_some());
    if restores(transcript) || (named && mentions && corrects(transcript)) {
        return grounding::ground(transcript, field, value, quote);
    }
    Err(reason)
}

fn restores(transcript: &Transcript<'_>) -> bool {
    transcript.current_has("back again restore previous previously before original earlier former undo zurück wieder vorher ursprünglich \
         remets remettez rétablissez précédent vuelve restaura recupera anterior ارجع السابق السابقة السابقه",
    )
}

fn corrects(transcript: &Transcript<'_>) -> bool {
    transcript.current_has("actually instead change rename call called title make rather correction correct replace sorry should update not no mean meant \
         eigentlich stattdessen lieber ändern titel doch statt heißen heißt korrektur \
         plutôt finalement changez corrigez remplacez désolé non mejor finalmente cambia cambie corrige perdón الافضل الأفضل بل غير بدلا صحح عفوا",
    )
}

/// Refuses contradictions within a proposal: two values for one field, or an item both added and removed.
fn without_contradictions<'a>(
    candidates: Vec<Candidate<'a>>,
    refusals: &mut Vec<Refusal>,
) -> Vec<Candidate<'a>> {
    let all: Vec<Change> = candidates.iter().flat_map(|candidate| candidate.changes.clone()).collect();
    let (sound, contradictory): (Vec<_>, Vec<_>) = candidates.into_iter().partition(|candidate| {
        !candidate.changes.iter().any(|change| all.iter().any(|other| contradict(change, other)))
    });
    refusals.extend(
        contradictory.into_iter().map(|candidate| Refusal {
            update: candidate.update.clone(),
            reason: RefusalReason::Contradictory,
        }),
    );
    sound
}

fn contradict(one: &Change, other: &Change) -> bool {
    if one.field != other.field {
        return false;
    }
    let lower = |change: &Change| change.value.to_lowercase();
    match (one.op, other.op) {
        (Op::Set, Op::Set) => !one.field.is_list() && lower(one) != lower(other),
        (Op::Add, Op::Remove) | (Op::Remove, Op::Add) => {
            lower(one).lines().any(|item| lower(other).lines().any(|other| other == item))
        }
        _ => false,
    }
}

/// Applies the candidates: removals first, since "drop X, we use Y" may come in either order. Checks the pay bounds.
fn apply(transcript: &Transcript<'_>, candidates: Vec<Candidate<'_>>, judged: &mut Judged) {
    let mut changes: Vec<(Change, &ProposedUpdate)> = Vec::new();
    for candidate in candidates {
        changes.extend(candidate.changes.into_iter().map(|change| (change, candidate.update)));
    }
    let is_set =
        |field: Field| changes.iter().any(|(change, _)| change.field == field && change.op == Op::Set);
    let overruled: Vec<Field> =
        Field::ALL.into_iter().filter(|field| !field.is_list() && is_set(*field)).collect();
    changes.retain(|(change, _)| !(change.op == Op::Clear && overruled.contains(&change.field)));
    changes.sort_by_key(|(change, _)| matches!(change.op, Op::Set | Op::Add));
    pay::replace_single(transcript, &judged.draft, &mut changes);
    pay::order(transcript, &judged.draft, &mut changes, &mut judged.refusals);
    keep(changes.into_iter().map(|(change, _)| change), judged);
}

/// Applies changes and keeps the effective ones.
pub(super) fn keep(changes: impl IntoIterator<Item = Change>, judged: &mut Judged) {
    for change in changes {
        let before = judged.draft.clone();
        judged.draft.apply(&change);
        if judged.draft != before {
            judged.changes.push(change);
        }
    }
}
