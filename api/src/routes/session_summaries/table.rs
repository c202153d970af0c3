//! Summaries of sessions as CSV.

use chrono::{DateTime, SecondsFormat, Utc};
use domain::sessions::{self, Filter, Summary};
use domain::{Page, Paged, TenantTx};
use poem_openapi::types::ToJSON as _;
use serde_json::Value;

use crate::csv::Table;
use crate::routes::sessions::SessionStatus;
use crate::routes::turns::TurnStatus;
use crate::types::word;

pub struct SessionsTable;

impl Table for SessionsTable {
    type Filter = Filter;
    type Row = Summary;

    const FILE: &'static str = "sessions.csv";
    const ROWS: &'static str = "sessions";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "livemode",
        "user_id",
        "user_name",
        "title",
        "company_name",
        "status",
        "current_step",
        "filled_fields",
        "usual_fields",
        "turns",
        "last_turn_status",
        "created_at",
        "updated_at",
        "expires_at",
    ];

    async fn page(tx: &TenantTx, filter: &Filter, page: &Page) -> domain::Result<Paged<Summary>> {
        sessions::summaries(tx, filter, page).await
    }

    fn cells(summary: Summary) -> Vec<String> {
        let text =
            |value: Option<Value>| value.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
        let time = |time: DateTime<Utc>| time.to_rfc3339_opts(SecondsFormat::Millis, true);
        let Summary { session, user_name, title, filled, turns, last_turn_status } = summary;
        vec![
            session.id.to_string(),
            session.livemode.to_string(),
            session.user_id.map(|user| user.to_string()).unwrap_or_default(),
            user_name.unwrap_or_default(),
            title.unwrap_or_default(),
            session.company_name.clone(),
            text(SessionStatus::of(session.is_complete).to_json()),
            word(&session.step()).to_string(),
            filled.to_string(),
            sessions::USUAL_FIELDS.len().to_string(),
            turns.to_string(),
            text(last_turn_status.and_then(|status| TurnStatus::from(status).to_json())),
            time(session.created_at),
            time(session.updated_at),
            time(session.expires_at),
        ]
    }
}
