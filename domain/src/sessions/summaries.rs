//! Sessions as a list shows them: who talks about what, how far they are, and how the last turn ended.

use entity::id::{SessionId, UserId};
use entity::turn::{Column, Entity, TurnStatus};
use job_post::{Draft, Field};
use sea_orm::{ColumnTrait, Condition};

use super::{Filter, Session, list};
use crate::error::Result;
use crate::members::accounts;
use crate::page::{Page, Paged};
use crate::tenant_tx::TenantTx;

/// A session without its job data.
#[derive(Debug)]
pub struct Summary {
    pub session: Session,
    /// The name of the person who owns the session, while they are a member.
    pub user_name: Option<String>,
    pub title: Option<String>,
    /// How many of [`USUAL_FIELDS`] have a value that is more than an assumption.
    pub filled: usize,
    pub turns: i32,
    pub last_turn_status: Option<TurnStatus>,
}

/// The fields that most job posts have; the lower bound stands for the salary.
pub const USUAL_FIELDS: [Field; 11] = [
    Field::Title,
    Field::ExperienceLevel,
    Field::Location,
    Field::WorkType,
    Field::SalaryMin,
    Field::Department,
    Field::Description,
    Field::Responsibilities,
    Field::Requirements,
    Field::Skills,
    Field::Benefits,
];

fn is_filled(draft: &Draft, field: Field) -> bool {
    let is_salary = field == Field::SalaryMin && draft.is_established(Field::SalaryMax);
    is_salary || draft.is_established(field)
}

/// As [`list`], without what a list does not show.
///
/// # Errors
/// As [`list`].
pub async fn summaries(tx: &TenantTx, filter: &Filter, page: &Page) -> Result<Paged<Summary>> {
    let paged = list(tx, filter, page).await?;
    let mut users: Vec<UserId> = paged.items.iter().filter_map(|session| session.user_id).collect();
    users.sort_unstable();
    users.dedup();
    let people = accounts(tx, users).await?;
    let last_turns = last_turns(tx, &paged.items).await?;
    Ok(paged.map(|session| {
        let person = people.iter().find(|person| Some(person.user_id) == session.user_id);
        let last = last_turns.iter().find(|(id, ..)| *id == session.id);
        Summary {
            user_name: person.map(|person| person.name.clone()),
            title: session.draft.value(Field::Title),
            filled: USUAL_FIELDS.into_iter().filter(|field| is_filled(&session.draft, *field)).count(),
            turns: session.turns,
            last_turn_status: last.map(|(_, status)| *status),
            session,
        }
    }))
}

/// The status of the last turn of each session that has one.
async fn last_turns(tx: &TenantTx, sessions: &[Session]) -> Result<Vec<(SessionId, TurnStatus)>> {
    let last = |session: &Session| {
        Condition::all().add(Column::SessionId.eq(session.id)).add(Column::Sequence.eq(session.turns))
    };
    let any = sessions.iter().filter(|session| session.turns > 0).map(last);
    let any = any.fold(Condition::any(), Condition::add);
    if any.is_empty() {
        return Ok(Vec::new());
    }
    let rows = tx.find::<Entity>().filter(any).all().await?;
    Ok(rows.into_iter().map(|turn| (turn.session_id, turn.status)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::member;

    /// The page counts the filled fields of a conversation that is open by itself, and a list shows the count of the API.
    #[test]
    fn the_dashboard_counts_the_same_fields() {
        let text = include_str!("../../../dashboard/web/src/pages/conversation/state/fields.ts");
        let (_, rest) = text.split_once("export const mainFields: Field[] = [").expect("the main fields");
        let (fields, _) = rest.split_once("];").expect("their end");
        let names = fields.split("name: '").skip(1).filter_map(|rest| rest.split('\'').next());
        assert_eq!(names.collect::<Vec<_>>(), USUAL_FIELDS.map(member));
    }
}
