//! How a conversation begins: with the agent's greeting.

use chrono::TimeDelta;
use entity::id::{MessageId, SessionId};
use entity::message::Speaker;
use entity::{message, organization, session};
use job_post::Draft;
use sea_orm::{EntityTrait, Set};

use super::Session;
use crate::accounts::check_name;
use crate::error::{Error, Result};
use crate::events::{self, Happening};
use crate::scope::Scope;

#[derive(Clone, Debug, Default)]
pub struct NewSession {
    /// The hiring company as the post will name it; the organization's name when absent. Fixed from here on.
    pub company_name: Option<String>,
}

/// Begins a conversation of the caller's. Its first message is the agent's greeting.
///
/// # Errors
/// [`Error::Invalid`] for a company name that is too long.
pub async fn start(scope: &Scope, wish: NewSession) -> Result<Session> {
    let person = scope.person()?;
    let organization = own_organization(scope).await?;
    let company_name = match wish.company_name {
        Some(name) => check_name("/company_name", &name)?,
        None => organization.name,
    };
    let greeting = job_post::welcome(&company_name, None);
    let now = scope.now();
    let row = scope
        .insert(session::ActiveModel {
            id: Set(SessionId::new()),
            user_id: Set(person.user),
            company_name: Set(company_name),
            draft: Set(serde_json::to_value(Draft::default()).map_err(Error::internal)?),
            created_at: Set(now),
            updated_at: Set(now),
            expires_at: Set(now + TimeDelta::seconds(organization.session_lifetime_seconds.into())),
            ..Default::default()
        })
        .await?;
    scope
        .insert(message::ActiveModel {
            id: Set(MessageId::new()),
            session_id: Set(row.id),
            turn_id: Set(None),
            sequence: Set(0),
            role: Set(Speaker::Assistant),
            text: Set(greeting),
            created_at: Set(now),
            ..Default::default()
        })
        .await?;
    let empty = Draft::default();
    let begun = Happening::JobData { version: 0, before: None, after: &empty.content };
    events::write(scope, row.id, &[begun]).await?;
    Session::from_row(row)
}

async fn own_organization(scope: &Scope) -> Result<organization::Model> {
    let own = organization::Entity::find_by_id(scope.organization_id()).one(scope.raw()).await?;
    own.ok_or(Error::NotFound("organization"))
}
