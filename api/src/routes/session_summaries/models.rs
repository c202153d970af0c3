//! Bodies of session summaries.

use domain::{Paged, sessions};
use poem_openapi::Object;
use poem_openapi::types::Example;
use uuid::Uuid;

use crate::examples::{PAGE_TOKEN, SESSION, USER, at};
use crate::routes::accounts::NAME;
use crate::routes::sessions::SessionStatus;
use crate::routes::turns::TurnStatus;
use crate::types::{Step, Timestamp, word};

/// A session as a list shows it.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct SessionSummary {
    id: Uuid,
    /// `false` in test mode.
    livemode: bool,
    /// The person who owns the session. Absent when an API key started it for no member.
    user_id: Option<Uuid>,
    /// The person's name. Absent when they are no member any more.
    user_name: Option<String>,
    /// The title of the job post, once there is one.
    title: Option<String>,
    /// The hiring company named in the job post.
    company_name: String,
    status: SessionStatus,
    /// The current step of the conversation.
    current_step: Step,
    /// How many of the fields that most posts have are filled: title, level, location, work type, salary, department,
    /// description, responsibilities, requirements, skills and benefits. What is only suggested does not count.
    #[oai(validator(minimum(value = "0")))]
    filled_fields: i32,
    /// The number of these fields.
    #[oai(validator(minimum(value = "1")))]
    usual_fields: i32,
    /// The number of turns.
    #[oai(validator(minimum(value = "0")))]
    turns: i32,
    /// Absent before the first turn.
    last_turn_status: Option<TurnStatus>,
    created_at: Timestamp,
    updated_at: Timestamp,
    /// When the session expires, unless a further turn or edit extends it.
    expires_at: Timestamp,
}

impl From<sessions::Summary> for SessionSummary {
    fn from(summary: sessions::Summary) -> Self {
        let sessions::Summary { session, user_name, title, filled, turns, last_turn_status } = summary;
        let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        Self {
            id: session.id.0,
            livemode: session.livemode,
            user_id: session.user_id.map(|user| user.0),
            user_name,
            title,
            status: SessionStatus::of(session.is_complete),
            current_step: Step(word(&session.step())),
            filled_fields: number(filled),
            usual_fields: number(sessions::USUAL_FIELDS.len()),
            turns,
            last_turn_status: last_turn_status.map(TurnStatus::from),
            created_at: session.created_at.into(),
            updated_at: session.updated_at.into(),
            expires_at: session.expires_at.into(),
            company_name: session.company_name,
        }
    }
}

/// A page of session summaries.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct SessionSummaryPage {
    items: Vec<SessionSummary>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<sessions::Summary>> for SessionSummaryPage {
    fn from(paged: Paged<sessions::Summary>) -> Self {
        Self { items: paged.items.into_iter().map(SessionSummary::from).collect(), next_page: paged.next }
    }
}

impl Example for SessionSummary {
    fn example() -> Self {
        Self {
            id: SESSION,
            livemode: true,
            user_id: Some(USER),
            user_name: Some(NAME.to_owned()),
            title: Some(".Net Developer Full Stack".to_owned()),
            company_name: "Papaya Trading".to_owned(),
            status: SessionStatus::Active,
            current_step: Step("finalizing".into()),
            filled_fields: 9,
            usual_fields: 11,
            turns: 3,
            last_turn_status: Some(TurnStatus::Succeeded),
            created_at: at(10),
            updated_at: at(14),
            expires_at: at(14 + 24 * 60),
        }
    }
}

impl Example for SessionSummaryPage {
    fn example() -> Self {
        Self { items: vec![SessionSummary::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}
