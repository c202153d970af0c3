//! How a conversation begins: with the agent's greeting.

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

#[derive(Clone, Debug, Default)]
pub struct NewSession {
    /// The hiring company as the post will name it; the organization's name when absent. Fixed from here on.
    pub company_name: Option<String>,
    /// The language to speak while no message tells one, as BCP 47 writes it.
    pub locale: Option<String>,
}

/// What a session begins with.
pub(crate) struct Beginning {
    /// The organization's name when absent.
    pub company_name: Option<String>,
    pub locale: Option<String>,
    pub forked_from: Option<SessionId>,
    pub draft: Draft,
    pub version: i32,
}

/// Begins a conversation of the caller's. Its first message is the agent's greeting.
///
/// # Errors
/// [`Error::Invalid`] for a company name that is too long, or a locale that is none.
pub async fn start(tx: &TenantTx, wish: NewSession) -> Result<Session> {
    let company_name = wish.company_name.map(|name| check_name("/company_name", &name)).transpose()?;
    let locale = wish.locale.as_deref().map(check_locale).transpose()?;
    let beginning =
        Beginning { company_name, locale, forked_from: None, draft: Draft::default(), version: 0 };
    let session = begin(tx, beginning).await?;
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

/// Begins a session of the caller's without a message, with the first entry of its event log.
pub(crate) async fn begin(tx: &TenantTx, beginning: Beginning) -> Result<Session> {
    let Beginning { company_name, locale, forked_from, draft, version } = beginning;
    let organization = organizations::own(tx).await?;
    let now = tx.now();
    let row = tx
        .insert(session::ActiveModel {
            id: Set(SessionId::new()),
            user_id: Set(tx.person()?.user),
            company_name: Set(company_name.unwrap_or(organization.name)),
            locale: Set(locale),
            forked_from: Set(forked_from),
            draft: Set(serde_json::to_value(&draft).map_err(Error::internal)?),
            version: Set(version),
            created_at: Set(now),
            updated_at: Set(now),
            expires_at: Set(now + TimeDelta::seconds(organization.session_lifetime_seconds.into())),
            ..Default::default()
        })
        .await?;
    let begun = NewEvent::JobData { version, before: None, after: &draft };
    events::write(tx, row.id, &[begun]).await?;
    Session::from_row(row, organization.policy)
}

/// A language tag in its canonical form, by its shape: whether there is such a language is not asked.
fn check_locale(tag: &str) -> Result<String> {
    let locale = tag.parse::<icu_locale_core::Locale>().map(|locale| locale.to_string());
    locale.map_err(|_| Error::invalid("/locale", "must be a language tag (BCP 47) like en, de-AT or zh-Hant"))
}
