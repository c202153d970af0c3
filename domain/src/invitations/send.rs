//! Creates invitations and sends them again.

use std::time::Duration;

use chrono::TimeDelta;
use entity::id::InvitationId;
use entity::invitation::{ActiveModel, Column, Entity, Model};
use entity::membership::Role;
use job_post::Language;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveEnum as _, ColumnTrait, Set};

use super::{Invitation, InvitationStatus, is_open, row_of};
use crate::accounts::{EmailAddress, count_invitation};
use crate::auth::RandomSecret;
use crate::emails::{self, Email, EmailKind, LinkToken};
use crate::error::{Error, Result};
use crate::members::{accounts, check_may_manage};
use crate::operators::NAME_IN_EMAILS;
use crate::organizations;
use crate::stored_function::{call_in, stored_function};
use crate::tenant_tx::TenantTx;

/// How long a link works, in days.
const DAYS: i64 = 7;
/// The maximum number of an organization's invitations that are pending or expired.
const MAX_OPEN: u64 = 100;
/// The maximum number of e-mails within 24 hours: to one address, and in all.
const MAX_EMAILS: [i32; 2] = [10, 300];
/// So many e-mails a day to an address are an organization's own and do not count with those of others. Otherwise a
/// sender of many invitations to the address keeps those of all organizations from it.
const OWN_EMAILS: i32 = 2;
/// When to try again after these.
const RETRY_AFTER: Duration = Duration::from_secs(60 * 60);

stored_function! {
    /// Whether the transaction's organization has a member with this address.
    pub(crate) struct IsMember = CrossTenant stable "is_member" {
        email: String,
    } -> bool
}

/// An invitation to create.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    pub email: String,
    pub role: Role,
    /// The language of the e-mail; `None` takes that of the person's account, or English.
    pub language: Option<Language>,
}

/// Creates an invitation and sends its link. Whether the address has an account makes no difference.
///
/// # Errors
/// [`Error::Invalid`] for an invalid address; those of [`check_may_manage`]; [`Error::Conflict`] `already_a_member`,
/// `already_invited` or `too_many_invitations`; [`Error::TooMany`] after too many e-mails.
pub async fn create(tx: &TenantTx, new: NewInvitation) -> Result<Invitation> {
    let email = EmailAddress::parse(&new.email)?.to_string();
    check_may_manage(tx, new.role).await?;
    tx.lock_organization().await?;
    if call_in(tx.raw(), IsMember { email: email.clone() }).await? == [true] {
        return Err(Error::conflict("already_a_member", "This person belongs to the organization already."));
    }
    check_open(tx, &email).await?;
    let sent = check_emails_of_today(tx, &email).await?;
    insert(tx, NewInvitation { email, ..new }, sent).await
}

/// Invites the owner of a new organization, for the operator of the service.
pub(crate) async fn invite_owner(tx: &TenantTx, email: String, language: Option<Language>) -> Result<()> {
    insert(tx, NewInvitation { email, role: Role::Owner, language }, 0).await.map(drop)
}

/// `sent` is how many e-mails the address got from the organization within a day.
async fn insert(tx: &TenantTx, new: NewInvitation, sent: i32) -> Result<Invitation> {
    let token = RandomSecret::new(tx.organization_id())?;
    let row = tx
        .insert(ActiveModel {
            id: Set(InvitationId::new()),
            email: Set(new.email),
            role: Set(new.role),
            language: Set(new.language.map(|language| language.code().to_owned())),
            token_hash: Set(token.hash()),
            invited_by: Set(tx.user()),
            created_at: Set(tx.now()),
            sent_at: Set(tx.now()),
            expires_at: Set(tx.now() + TimeDelta::days(DAYS)),
            ..Default::default()
        })
        .await?;
    enqueue_email(tx, &row, &token, sent).await?;
    Ok(Invitation::from_row(row, tx.now()))
}

/// Sends an open invitation again, with a new link that works for another seven days. The earlier link stops working.
///
/// # Errors
/// [`Error::NotFound`]; those of [`check_may_manage`]; [`Error::Conflict`] `invitation_ended` when it was accepted or revoked; [`Error::TooMany`] after too many e-mails.
pub async fn resend(tx: &TenantTx, id: InvitationId) -> Result<Invitation> {
    tx.lock_organization().await?;
    let row = row_of(tx, id).await?;
    check_may_manage(tx, row.role).await?;
    let invitation = Invitation::from_row(row.clone(), tx.now());
    if matches!(invitation.status, InvitationStatus::Accepted | InvitationStatus::Revoked) {
        let detail = "This invitation was accepted or revoked. Create a new one.";
        return Err(Error::conflict("invitation_ended", detail));
    }
    let sent = check_emails_of_today(tx, &row.email).await?;
    let token = RandomSecret::new(tx.organization_id())?;
    let set = [
        (Column::TokenHash, Expr::value(token.hash())),
        (Column::InvitedBy, Expr::value(tx.user())),
        (Column::EmailsSent, Expr::value(row.emails_sent + 1)),
        (Column::SentAt, Expr::value(tx.now())),
        (Column::ExpiresAt, Expr::value(tx.now() + TimeDelta::days(DAYS))),
    ];
    tx.update::<Entity>(Column::Id.eq(id), set).await?;
    let row = row_of(tx, id).await?;
    enqueue_email(tx, &row, &token, sent).await?;
    Ok(Invitation::from_row(row, tx.now()))
}

/// Checks the number of open invitations. An expired one for the same address makes way.
async fn check_open(tx: &TenantTx, email: &str) -> Result<()> {
    let open = tx.find::<Entity>().filter(is_open()).limit(MAX_OPEN).all().await?;
    match open.iter().find(|row| row.email == email) {
        Some(same) if same.expires_at > tx.now() => {
            let detail = "This address has an invitation that is pending. Send it again, or revoke it first.";
            Err(Error::conflict("already_invited", detail))
        }
        Some(expired) => {
            let set = [(Column::RevokedAt, Expr::value(tx.now()))];
            tx.update::<Entity>(Column::Id.eq(expired.id), set).await.map(drop)
        }
        None if open.len() as u64 >= MAX_OPEN => {
            let detail =
                format!("An organization has at most {MAX_OPEN} open invitations. Revoke some first.");
            Err(Error::conflict("too_many_invitations", detail))
        }
        None => Ok(()),
    }
}

/// Limits what strangers get from an organization: counts all e-mails of the invitations that were sent within a day. Returns how
/// many this address got.
async fn check_emails_of_today(tx: &TenantTx, email: &str) -> Result<i32> {
    let of_today = Column::SentAt.gt(tx.now() - TimeDelta::days(1));
    let rows = tx.find::<Entity>().filter(of_today).all().await?;
    let sent =
        |counts: &dyn Fn(&&Model) -> bool| rows.iter().filter(counts).map(|row| row.emails_sent).sum::<i32>();
    let sent = [sent(&|row| row.email == email), sent(&|_| true)];
    match sent.iter().zip(MAX_EMAILS).all(|(sent, most)| *sent < most) {
        true => Ok(sent[0]),
        false => Err(Error::TooMany { retry_after: RETRY_AFTER }),
    }
}

/// Sends nothing beyond [`OWN_EMAILS`] to an address that got too many invitations of all organizations lately. The invitation
/// exists all the same, and can be sent again later.
async fn enqueue_email(tx: &TenantTx, row: &Model, token: &RandomSecret, sent: i32) -> Result<()> {
    if sent >= OWN_EMAILS && !count_invitation(tx.raw(), row.email.clone(), token).await? {
        return Ok(());
    }
    let sender = accounts(tx, row.invited_by).await?.pop();
    let kind = EmailKind::Invitation {
        token: LinkToken::new(token),
        organization_name: organizations::own(tx).await?.name,
        role: row.role.to_value(),
        invited_by: sender.map_or_else(|| NAME_IN_EMAILS.to_owned(), |sender| sender.name),
    };
    let language = row.language.as_deref().and_then(Language::from_locale);
    emails::enqueue(tx, Email { to: row.email.clone(), language, kind }).await
}
