//! Creates sessions; a new one begins with the agent's greeting.

use chrono::TimeDelta;
use entity::id::{MessageId, SessionId};
use entity::message::Speaker;
use entity::{message, session};
use job_post::Draft;
use sea_orm::Set;

use super::Session;
use crate::accounts::check_name;
use crate::error::{Error, Result};
use crate::events::{self, NewEvent};
use crate::organizations;
use crate::tenant_tx::TenantTx;

/// The caller's choices for a new session.
#[derive(Clone, Debug, Default)]
pub struct NewSession {
    /// The hiring company's name in the post; the organization's name when absent. It cannot be changed later.
    pub company_name: Option<String>,
    /// The language (BCP 47) of replies until a message shows another one.
    pub locale: Option<String>,
}

/// The initial state of a session, new or forked.
pub(crate) struct InitialState {
    /// The organization's name when absent.
    pub company_name: Option<String>,
    pub locale: Option<String>,
    pub forked_from: Option<SessionId>,
    pub draft: Draft,
    pub version: i32,
}

/// Creates a session of the caller with the agent's greeting as its first message.
///
/// # Errors
/// [`Error::Invalid`] for a company name that is too long, or a malformed locale.
pub async fn start(tx: &TenantTx, new: NewSession) -> Result<Session> {
    let company_name = new.company_name.map(|name| check_name("/company_name", &name)).transpose()?;
    let locale = new.locale.as_deref().map(check_locale).transpose()?;
    let initial =
        InitialState { company_name, locale, forked_from: None, draft: Draft::default(), version: 0 };
    let session = create(tx, initial).await?;
    tx.insert(message::ActiveModel {
        id: Set(MessageId::new()),
        session_id: Set(session.id),
        turn_id: Set(None),
        sequence: Set(0),
        role: Set(Speaker::Assistant),
        text: Set(job_post::welcome(&session.company_name, session.locale.as_deref())),
        created_at: Set(session.created_at),
        ..Default::default()
    })
    .await?;
    Ok(session)
}

/// Creates a session of the caller without messages, and appends the first event to its log.
pub(crate) async fn create(tx: &TenantTx, initial: InitialState) -> Result<Session> {
    let InitialState { company_name, locale, forked_from, draft, version } = initial;
    let organization = organizations::own(tx).await?;
    let now = tx.now();
    let row = tx
        .insert(session::ActiveModel {
            id: Set(SessionId::new()),
            user_id: Set(tx.user()),
            company_name: Set(company_name.unwrap_or(organization.name)),
            locale: Set(locale),
            forked_from: Set(forked_from),
            draft: Set(serde_json::to_value(&draft)?),
            version: Set(version),
            created_at: Set(now),
            updated_at: Set(now),
            expires_at: Set(now + TimeDelta::seconds(organization.session_lifetime_seconds.into())),
            ..Default::default()
        })
        .await?;
    let first = NewEvent::JobData { version, before: None, after: &draft };
    events::append(tx, row.id, &[first]).await?;
    Session::from_row(row, organization.policy)
}

/// The canonical form of a language tag. Only its syntax is checked, not whether the language exists.
fn check_locale(tag: &str) -> Result<String> {
    let locale = tag.parse::<icu_locale_core::Locale>().map(|locale| locale.to_string());
    locale.map_err(|_| Error::invalid("/locale", "must be a language tag (BCP 47) like en, de-AT or zh-Hant"))
}
