//! From the model's updates to changes: what is grounded, what contradicts itself, what changes nothing.

mod lists;
mod removals;

use crate::grounding::{self, Grounded};
use crate::said::Said;
use crate::values;
use crate::words::{self, among};
use crate::{Basis, Change, Draft, Evidence, Field, Op, ProposedUpdate, Refusal, RefusalReason, Situation};

/// What became of a turn's updates.
#[derive(Clone, Debug, Default)]
pub(crate) struct Judged {
    pub changes: Vec<Change>,
    pub refusals: Vec<Refusal>,
    /// The situation's draft with the changes applied.
    pub draft: Draft,
}

/// An update on its way: the changes it would make, or why it makes none.
struct Candidate<'a> {
    update: &'a ProposedUpdate,
    changes: Vec<Change>,
}

/// No honest answer has more updates; the rest is not looked at.
const MAX_UPDATES: usize = 100;

/// Judges all updates of one answer against what was said.
pub(crate) fn judge(
    situation: &Situation<'_>,
    said: &Said<'_>,
    updates: &[ProposedUpdate],
    orders: bool,
) -> Judged {
    let mut judged = Judged::default();
    let mut candidates = Vec::new();
    for update in updates.iter().take(MAX_UPDATES) {
        let lists_set = candidates.iter().any(|earlier: &Candidate<'_>| earlier.update.field == update.field);
        match changes_of(situation, said, update, orders, lists_set, &mut judged.refusals) {
            Ok(changes) => candidates.push(Candidate { update, changes }),
            Err(reason) => judged.refusals.push(Refusal { update: update.clone(), reason }),
        }
    }
    let candidates = without_contradictions(candidates, &mut judged.refusals);
    apply(situation.draft, candidates, &mut judged);
    judged
}

fn changes_of(
    situation: &Situation<'_>,
    said: &Said<'_>,
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
    let evidence = |grounded: &Grounded| evidence(situation, grounded);
    if removes {
        return removals::changes(situation, said, update);
    }
    let value = values::canonical(field, &update.value).ok_or(RefusalReason::Invalid)?;
    if field.is_list() {
        return lists::changes(situation, said, update, &value, list_seen, refusals);
    }
    if situation.draft.is_established(field) && situation.draft.value(field).as_deref() == Some(&*value) {
        return Ok(Vec::new());
    }
    let grounded = ground_scalar(situation.draft, said, field, &value, &update.quote)?;
    let evidence = evidence(&grounded);
    Ok(vec![Change { op: Op::Set, field, value: grounded.value, evidence }])
}

/// What an order to the model must not touch at all.
fn is_hard(field: Field) -> bool {
    field.is_pay() || field.is_flag() || matches!(field, Field::Title | Field::Benefits)
}

/// Evidence of this turn.
fn evidence(situation: &Situation<'_>, grounded: &Grounded) -> Evidence {
    Evidence { basis: grounded.basis, turn: Some(situation.turn), quote: grounded.quote.clone() }
}

/// A value that replaces what was stated must come from the current message; a correction may build on earlier words
/// ("call it lead instead"), and so may "put it back".
fn ground_scalar(
    draft: &Draft,
    said: &Said<'_>,
    field: Field,
    value: &str,
    quote: &str,
) -> Result<Grounded, RefusalReason> {
    if !draft.is_established(field) {
        return grounding::ground(said, field, value, quote);
    }
    let fresh = grounding::ground(&said.now(), field, value, quote).and_then(|grounded| {
        let weaker = grounded.basis == Basis::Assumed;
        if weaker { Err(RefusalReason::NotGrounded) } else { Ok(grounded) }
    });
    let reason = match fresh {
        Ok(grounded) => return Ok(grounded),
        Err(reason) => reason,
    };
    let named = matches!(field, Field::Title | Field::Location | Field::Department | Field::Description);
    let mentions =
        words::plain_words(value).iter().any(|word| words::position(word, &said.current.words).is_some());
    if restores(said) || (named && mentions && corrects(said)) {
        return grounding::ground(said, field, value, quote);
    }
    Err(reason)
}

fn current_has(said: &Said<'_>, list: &str) -> bool {
    said.current.words.iter().any(|word| among(&word.plain, list))
}

fn restores(said: &Said<'_>) -> bool {
    current_has(
        said,
        "back again restore previous previously before original earlier former undo zurück wieder vorher ursprünglich \
         remets remettez rétablissez précédent vuelve restaura recupera anterior ارجع السابق السابقة السابقه",
    )
}

fn corrects(said: &Said<'_>) -> bool {
    current_has(
        said,
        "actually instead change rename call called title make rather correction correct replace sorry should update not no mean meant \
         eigentlich stattdessen lieber ändern titel doch statt heißen heißt korrektur \
         plutôt finalement changez corrigez remplacez désolé non mejor finalmente cambia cambie corrige perdón الافضل الأفضل بل غير بدلا صحح عفوا",
    )
}

/// Two different values for one field in one answer, or an item both added and removed: none of them holds.
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

/// Applies what is left: removals first, since "drop X, we use Y" may come in either order; then the pay is checked.
fn apply(draft: &Draft, candidates: Vec<Candidate<'_>>, judged: &mut Judged) {
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
    order_pay(draft, &mut changes, &mut judged.refusals);
    judged.draft = draft.clone();
    for (change, _) in changes {
        let before = judged.draft.clone();
        judged.draft.apply(&change);
        if judged.draft != before {
            judged.changes.push(change);
        }
    }
}

/// The least pay must not be above the most: swapped if both came now, else the new one is refused and asked about.
fn order_pay(draft: &Draft, changes: &mut Vec<(Change, &ProposedUpdate)>, refusals: &mut Vec<Refusal>) {
    let folded = changes.iter().fold(draft.clone(), |mut draft, (change, _)| {
        draft.apply(change);
        draft
    });
    let salary = &folded.content.salary;
    if !matches!((salary.min, salary.max), (Some(min), Some(max)) if min > max) {
        return;
    }
    let new =
        |field: Field| changes.iter().position(|(change, _)| change.field == field && change.op == Op::Set);
    match (new(Field::SalaryMin), new(Field::SalaryMax)) {
        (Some(min), Some(max)) => {
            changes[min].0.field = Field::SalaryMax;
            changes[max].0.field = Field::SalaryMin;
        }
        (Some(one), None) | (None, Some(one)) => {
            let (_, update) = changes.remove(one);
            refusals.push(Refusal { update: update.clone(), reason: RefusalReason::Contradictory });
        }
        (None, None) => {}
    }
}
