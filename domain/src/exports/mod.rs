//! Exports: the data of an organization, or of a person in it, as one JSON document.
//!
//! The document is written piece by piece. Each piece is a page of rows, read in a transaction of its own, so an export needs
//! little memory and keeps no transaction open while the client reads. Rows that change meanwhile may be in it or not; each
//! row is whole. Which tables and columns are in it follows from the inventory.

mod page;
mod people;
mod schema;

use std::collections::VecDeque;

use entity::id::UserId;
use serde_json::{Value, json};

pub(crate) use people::ExportAccount;

use self::page::Part;
use crate::accounts::require_fresh_sign_in;
use crate::audit::{self, Event};
use crate::db::Db;
use crate::error::Result;
use crate::inventory::TABLES;
use crate::members::require_owner;
use crate::retention::paced;
use crate::single_sign_on::require_whole_reach;
use crate::tenant::{Caller, Tenant};
use crate::tenant_tx::TenantTx;

/// The name of the document's format, and its version: it rises when a part or a member of its items is renamed or removed.
pub const FORMAT: &str = "postwright.export";
pub const VERSION: i32 = 1;

/// A document that is being written.
pub struct Export {
    db: Db,
    tenant: Tenant,
    /// The person whose rows are exported; `None`: those of the organization.
    person: Option<UserId>,
    /// Text that is ready.
    ready: VecDeque<String>,
    /// The parts to come; the first one is being written.
    parts: VecDeque<Part>,
    /// Whether a part was written, so that the next one needs a comma before it.
    has_parts: bool,
    is_finished: bool,
}

/// Begins the export of the caller's organization, in live and test mode. The audit log records it.
///
/// # Errors
/// As for [`require_owner`] and [`require_fresh_sign_in`].
pub async fn organization(db: &Db, caller: &Caller) -> Result<Export> {
    let tx = db.begin(caller).await?;
    require_owner(&tx)?;
    require_fresh_sign_in(&tx).await?;
    let subject = json!({ "kind": "organization", "id": tx.organization_id() });
    let head = head(&tx, &subject);
    audit::record(&tx, Event::new("organization.exported").about("organization", tx.organization_id().0))
        .await?;
    tx.commit().await?;
    Ok(Export::new(db, until_logged_out(caller), None, [head]))
}

/// Begins the export of the caller's own data: their account and memberships, and their rows in the organization of this
/// login, in live and test mode.
///
/// # Errors
/// As for [`require_whole_reach`] and [`require_fresh_sign_in`].
pub async fn person(db: &Db, caller: &Caller) -> Result<Export> {
    let tx = db.begin(caller).await?;
    require_whole_reach(&tx).await?;
    require_fresh_sign_in(&tx).await?;
    let user = tx.person()?.user;
    let subject = json!({ "kind": "person", "id": user, "organization_id": tx.organization_id() });
    let head = head(&tx, &subject);
    let account = people::account_part(&tx, user).await?;
    audit::record(&tx, Event::new("account.exported").about("account", user.0)).await?;
    tx.commit().await?;
    let memberships = people::memberships_part(db, user).await?;
    Ok(Export::new(db, until_logged_out(caller), Some(user), [head, account, memberships]))
}

/// The caller, until their login ends: the access token may expire while the document is written.
fn until_logged_out(caller: &Caller) -> Tenant {
    Tenant { token_validity: None, ..caller.into() }
}

/// The begin of the document.
fn head(tx: &TenantTx, subject: &Value) -> String {
    let created_at = tx.real_time().to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
    format!(
        r#"{{"format":"{FORMAT}","version":{VERSION},"created_at":"{created_at}","subject":{subject},"parts":{{"#
    )
}

impl Export {
    fn new<const N: usize>(db: &Db, tenant: Tenant, person: Option<UserId>, ready: [String; N]) -> Self {
        let of_organization = TABLES.iter().filter(|table| table.organization_column().is_some());
        let tables = of_organization.filter(|table| person.is_none() || table.owned.is_some());
        let parts: VecDeque<Part> = tables.filter_map(Part::of).collect();
        // The head is no part.
        let has_parts = ready.len() > 1;
        Self { db: db.clone(), tenant, person, ready: ready.into(), parts, has_parts, is_finished: false }
    }

    /// The next piece of the document; `None` at its end.
    ///
    /// # Errors [`crate::Error::Unauthenticated`] when the login has ended or the role has changed; when the database
    /// cannot be reached. The document is then incomplete.
    pub async fn next(&mut self) -> Result<Option<String>> {
        if let Some(text) = self.ready.pop_front() {
            return Ok(Some(text));
        }
        let Some(part) = self.parts.front_mut() else {
            let end = (!self.is_finished).then(|| "}}".to_owned());
            self.is_finished = true;
            return Ok(end);
        };
        let separator = if self.has_parts && !part.has_begun() { "," } else { "" };
        // Paced, so that an export uses a connection half of the time at most.
        let text = paced(part.next(&self.db, self.tenant, self.person)).await?;
        self.has_parts = true;
        if part.has_ended() {
            self.parts.pop_front();
        }
        Ok(Some(format!("{separator}{text}")))
    }
}
