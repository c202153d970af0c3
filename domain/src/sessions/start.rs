//! Creates sessions; a new one begins with the agent's greeting.

use chrono::TimeDelta;
use entity::draft_change::ChangeKind;
use entity::id::{JobPostId, MessageId, SessionId, TemplateId};
use entity::message::Speaker;
use entity::{draft_change, message, session};
use job_post::{Change, Content, Draft, Greeting};
use sea_orm::Set;

use super::Session;
use crate::accounts::check_name;
use crate::error::{Error, Result};
use crate::events::{self, NewEvent};
use crate::job_posts;
use crate::organizations::{self, Organization};
use crate::quotas;
use crate::templates;
use crate::tenant_tx::TenantTx;

/// The caller's choices for a new session.
#[derive(Clone, Debug, Default)]
pub struct NewSession {
    /// The hiring company's name in the post; when absent that of the earlier post or template, else the organization's name. It cannot
    /// be changed later.
    pub company_name: Option<String>,
    /// The language (BCP 47) of replies until a message shows another one; when absent the organization's first.
    pub locale: Option<String>,
    /// The job post that the session begins with.
    pub from_job_post: Option<JobPostId>,
    /// The template that the session begins with.
    pub template_id: Option<TemplateId>,
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
/// standing benefits and, if asked for, with an earlier job post or a template.
///
/// # Errors
/// [`Error::Invalid`] for a company name that is too long, a malformed locale, an unknown job post or template, or both
/// of them; [`Error::QuotaExceeded`].
pub async fn start(tx: &TenantTx, new: NewSession) -> Result<Session> {
    let source = source(tx, &new).await?;
    let company_name = new.company_name.map(|name| check_name("/company_name", &name)).transpose()?;
    let locale = new.locale.as_deref().map(check_locale).transpose()?;
    let organization = organizations::own(tx).await?;
    quotas::require_session(tx, &organization).await?;
    let usual = || organization.languages.first().map(|language| language.code().to_owned());
    let locale = locale.or_else(usual);
    let company_name = company_name.or(source.as_ref().and_then(|source| source.company_name.clone()));
    let changes = first_changes(&organization, source, company_name.as_deref());
    let initial = InitialState { company_name, locale, forked_from: None, changes, kind: ChangeKind::Copy };
    let discloses_ai = organization.ai_disclosure;
    let session = create(tx, organization, initial).await?;
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

/// Content that a session begins with, and the company that it is about.
struct Source {
    content: Content,
    company_name: Option<String>,
}

/// What the session begins with, if anything.
async fn source(tx: &TenantTx, new: &NewSession) -> Result<Option<Source>> {
    match (new.from_job_post, new.template_id) {
        (Some(_), Some(_)) => Err(Error::invalid("/template_id", "must be absent beside from_job_post")),
        (Some(post), None) => {
            let post = job_posts::find_source(tx, post).await?;
            Ok(Some(Source { content: post.content, company_name: Some(post.company_name) }))
        }
        (None, Some(template)) => {
            let template = templates::find(tx, template).await.map_err(|error| match error {
                Error::NotFound(_) => {
                    Error::invalid("/template_id", "must be a template of the organization")
                }
                other => other,
            })?;
            Ok(Some(Source { content: template.content, company_name: template.company_name }))
        }
        (None, None) => Ok(None),
    }
}

/// What the draft begins with.
fn first_changes(
    organization: &Organization,
    source: Option<Source>,
    company_name: Option<&str>,
) -> Vec<Change> {
    let (mut content, its_company) =
        source.map_or_else(Default::default, |source| (source.content, source.company_name));
    for benefit in &organization.policy.writing.standing_benefits {
        if !content.benefits.iter().any(|known| known.to_lowercase() == benefit.to_lowercase()) {
            content.benefits.push(benefit.clone());
        }
    }
    let company = its_company.as_deref().unwrap_or(&organization.name);
    job_post::copied(&content, company, company_name.unwrap_or(&organization.name))
}

/// Creates a session of the caller without messages, and appends the first event to its log. The caller has checked the quota.
pub(crate) async fn create(
    tx: &TenantTx,
    organization: Organization,
    initial: InitialState,
) -> Result<Session> {
    let InitialState { company_name, locale, forked_from, changes, kind } = initial;
    let (draft, version) = (Draft::fold(&changes), i32::from(!changes.is_empty()));
    let now = tx.now();
    let row = tx
        .insert(session::ActiveModel {
            id: Set(SessionId::new()),
            user_id: Set(tx.user()),
            company_name: Set(company_name.unwrap_or_else(|| organization.name.clone())),
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
    Session::from_row(row, organization.rules(now))
}

/// The canonical form of a language tag. Only its syntax is checked, not whether the language exists.
fn check_locale(tag: &str) -> Result<String> {
    let locale = tag.parse::<icu_locale_core::Locale>().map(|locale| locale.to_string());
    locale.map_err(|_| Error::invalid("/locale", "must be a language tag (BCP 47) like en, de-AT or zh-Hant"))
}
