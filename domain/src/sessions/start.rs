//! Creates sessions; a new one begins with the agent's greeting.

use chrono::TimeDelta;
use entity::draft_change::ChangeKind;
use entity::id::{JobPostId, MessageId, SessionId};
use entity::message::Speaker;
use entity::{draft_change, message, session};
use job_post::{Change, Content, Draft, Greeting};
use sea_orm::Set;

use super::Session;
use crate::accounts::check_name;
use crate::error::{Error, Result};
use crate::events::{self, NewEvent};
use crate::job_posts::{self, JobPost};
use crate::organizations::{self, Organization};
use crate::tenant_tx::TenantTx;

/// The caller's choices for a new session.
#[derive(Clone, Debug, Default)]
pub struct NewSession {
    /// The hiring company's name in the post; when absent that of the earlier post, else the organization's name. It cannot
    /// be changed later.
    pub company_name: Option<String>,
    /// The language (BCP 47) of replies until a message shows another one.
    pub locale: Option<String>,
    /// The job post that the session begins with.
    pub from_job_post: Option<JobPostId>,
}

/// The initial state of a session, new or forked.
pub(crate) struct InitialState {
    /// The organization's name when absent.
    pub company_name: Option<String>,
    pub locale: Option<String>,
    pub forked_from: Option<SessionId>,
    /// The first entry of the change log, if there are any changes.
    pub changes: Vec<Change>,
    pub kind: ChangeKind,
}

/// Creates a session of the caller with the agent's greeting as its first message. Its draft begins with the organization's
/// standing benefits and, if asked for, with an earlier job post.
///
/// # Errors
/// [`Error::Invalid`] for a company name that is too long, a malformed locale, or an unknown job post.
pub async fn start(tx: &TenantTx, new: NewSession) -> Result<Session> {
    let company_name = new.company_name.map(|name| check_name("/company_name", &name)).transpose()?;
    let locale = new.locale.as_deref().map(check_locale).transpose()?;
    let earlier = match new.from_job_post {
        Some(id) => Some(earlier_post(tx, id).await?),
        None => None,
    };
    let organization = organizations::own(tx).await?;
    let company_name = company_name.or(earlier.as_ref().map(|post| post.company_name.clone()));
    let changes = first_changes(&organization, earlier.as_ref(), company_name.as_deref());
    let initial = InitialState { company_name, locale, forked_from: None, changes, kind: ChangeKind::Copy };
    let discloses_ai = organization.ai_disclosure;
    let session = create(tx, initial).await?;
    let greeting = Greeting {
        company_name: &session.company_name,
        locale: session.locale.as_deref(),
        discloses_ai,
        draft: &session.draft,
    };
    tx.insert(message::ActiveModel {
        id: Set(MessageId::new()),
        session_id: Set(session.id),
        turn_id: Set(None),
        sequence: Set(0),
        role: Set(Speaker::Assistant),
        text: Set(job_post::welcome(&greeting)),
        created_at: Set(session.created_at),
        ..Default::default()
    })
    .await?;
    Ok(session)
}

async fn earlier_post(tx: &TenantTx, id: JobPostId) -> Result<JobPost> {
    job_posts::find(tx, id).await.map_err(|error| match error {
        Error::NotFound(_) => Error::invalid("/from_job_post", "must be a job post of the organization"),
        other => other,
    })
}

/// What the draft begins with.
fn first_changes(
    organization: &Organization,
    earlier: Option<&JobPost>,
    company_name: Option<&str>,
) -> Vec<Change> {
    let mut content = earlier.map_or_else(Content::default, |post| post.content.clone());
    for benefit in &organization.policy.writing.standing_benefits {
        if !content.benefits.iter().any(|known| known.to_lowercase() == benefit.to_lowercase()) {
            content.benefits.push(benefit.clone());
        }
    }
    let company = earlier.map_or(&*organization.name, |post| &post.company_name);
    job_post::copied(&content, company, company_name.unwrap_or(&organization.name))
}

/// Creates a session of the caller without messages, and appends the first event to its log.
pub(crate) async fn create(tx: &TenantTx, initial: InitialState) -> Result<Session> {
    let InitialState { company_name, locale, forked_from, changes, kind } = initial;
    let (draft, version) = (Draft::fold(&changes), i32::from(!changes.is_empty()));
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
    if version > 0 {
        let entry = draft_change::ActiveModel {
            session_id: Set(row.id),
            version: Set(version),
            kind: Set(kind),
            user_id: Set(row.user_id),
            api_key_id: Set(row.api_key_id),
            changes: Set(serde_json::to_value(&changes)?),
            created_at: Set(now),
            ..Default::default()
        };
        tx.insert(entry).await?;
    }
    let first = NewEvent::JobData { version, before: None, after: &draft };
    events::append(tx, row.id, &[first]).await?;
    Session::from_row(row, organization.policy)
}

/// The canonical form of a language tag. Only its syntax is checked, not whether the language exists.
fn check_locale(tag: &str) -> Result<String> {
    let locale = tag.parse::<icu_locale_core::Locale>().map(|locale| locale.to_string());
    locale.map_err(|_| Error::invalid("/locale", "must be a language tag (BCP 47) like en, de-AT or zh-Hant"))
}
