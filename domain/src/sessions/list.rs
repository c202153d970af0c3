//! Lists sessions, newest first. A page costs about the same among a thousand sessions and among a million.

use chrono::{DateTime, TimeDelta, Utc};
use entity::id::{SessionId, UserId};
use entity::session::{Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::Session;
use super::read::visible;
use crate::error::Result;
use crate::organizations::{self, Rules};
use crate::page::{Page, Paged, cursor};
use crate::tenant_tx::{Rows, TenantTx};

/// How many sessions one page of a search looks at.
const LOOKED_AT: u64 = 20_000;
/// How far the clock of the process that made an id may be from the database's clock.
const CLOCK_DIFFERENCE: TimeDelta = TimeDelta::hours(1);

/// Written out, because a plan for any value of a parameter cannot use a partial index.
const MARKED: &str = "expiry_noticed";
const UNMARKED: &str = "not expiry_noticed";

/// Conditions of a list of sessions; `None` does not filter.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub is_complete: Option<bool>,
    pub user_id: Option<UserId>,
    /// Expired sessions instead of those that have not expired.
    pub is_expired: bool,
    /// A part of the company's name or of the title, in any case.
    pub text: Option<String>,
    pub created_after: Option<DateTime<Utc>>,
    pub created_before: Option<DateTime<Utc>>,
}

impl Filter {
    fn condition(&self) -> Condition {
        let contains = |text: &str| {
            Expr::cust_with_values(
                "(position(lower($1) in lower(company_name)) > 0
                  or position(lower($1) in lower(draft #>> '{content,title}')) > 0)",
                [text],
            )
        };
        Condition::all()
            .add_option(self.is_complete.map(|is_complete| Column::IsComplete.eq(is_complete)))
            .add_option(self.text.as_deref().map(contains))
            .add_option(self.created_after.map(|time| Column::CreatedAt.gte(time)))
            .add_option(self.created_before.map(|time| Column::CreatedAt.lt(time)))
    }

    /// The part of the condition that an index serves. Ids have the time of their creation, by the clock of the process that made
    /// them, which has no part in the offset that tests may set.
    fn indexed(&self, offset: TimeDelta) -> Condition {
        let first = self.created_after.map(|time| first_id_at(time - offset - CLOCK_DIFFERENCE));
        let last = self.created_before.map(|time| first_id_at(time + CLOCK_DIFFERENCE));
        Condition::all()
            .add_option(self.user_id.map(|user_id| Column::UserId.eq(user_id)))
            .add_option(first.map(|first| Column::Id.gte(first)))
            .add_option(last.map(|last| Column::Id.lt(last)))
    }

    /// Whether it has a condition that no index serves, so that any number of sessions may not match.
    fn is_search(&self) -> bool {
        self.is_complete.is_some() || self.text.is_some()
    }
}

/// The sessions that the caller sees, newest first. A page of a search may have fewer sessions than asked for, even none, and
/// still have a next page.
///
/// # Errors
/// [`crate::Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, filter: &Filter, page: &Page) -> Result<Paged<Session>> {
    let rules = organizations::own(tx).await?.rules(tx.now());
    let list = List { tx, rules, filter, page };
    let last_looked_at = if filter.is_search() { list.last_looked_at().await? } else { None };
    // Before the marked ones: what is marked in between is in both, and not in neither.
    let mut rows = match filter.is_expired {
        true => list.found(list.just_expired()?, last_looked_at).await?,
        false => Vec::new(),
    };
    rows.extend(list.found(list.marked()?, last_looked_at).await?);
    rows.sort_unstable_by_key(|row| std::cmp::Reverse(row.id));
    rows.dedup_by_key(|row| row.id);
    let sessions = rows.into_iter().map(|row| Session::from_row(row, list.rules.clone()));
    let mut paged = page.cut(sessions.collect::<Result<Vec<_>>>()?, |session| session.id.to_string());
    paged.next = paged.next.or(last_looked_at.map(|id| cursor(&id.to_string())));
    Ok(paged)
}

struct List<'a> {
    tx: &'a TenantTx,
    rules: Rules,
    filter: &'a Filter,
    page: &'a Page,
}

impl<'a> List<'a> {
    /// From the page's begin on, in no order.
    fn all(&self) -> Result<Rows<'a, Entity>> {
        let offset = self.rules.now - self.tx.real_time();
        let after = self.page.key::<SessionId>()?.map(|after| Column::Id.lt(after));
        let all = visible(self.tx, &self.rules)?.add(self.filter.indexed(offset)).add_option(after);
        Ok(self.tx.find::<Entity>().filter(all))
    }

    /// By the mark that the indexes have. The worker sets it up to a minute after the expiry.
    fn marked(&self) -> Result<Rows<'a, Entity>> {
        let all = self.all()?.newest_first(Column::Id);
        Ok(match self.filter.is_expired {
            true => all.filter(Expr::cust(MARKED)),
            false => all.filter(Expr::cust(UNMARKED)).filter(Column::ExpiresAt.gt(self.rules.now)),
        })
    }

    /// Those that have expired and have no mark yet: few, which the index of expiries leads to.
    fn just_expired(&self) -> Result<Rows<'a, Entity>> {
        let unmarked = self.all()?.filter(Expr::cust(UNMARKED)).filter(Column::ExpiresAt.lte(self.rules.now));
        Ok(unmarked.largest_first(Expr::cust("id::text")))
    }

    /// The last session that this page looks at; `None` if it comes to the end of the list.
    async fn last_looked_at(&self) -> Result<Option<SessionId>> {
        let last = self.marked()?.skip(LOOKED_AT - 1).limit(1).one().await?;
        Ok(last.map(|row| row.id))
    }

    async fn found(&self, rows: Rows<'a, Entity>, last: Option<SessionId>) -> Result<Vec<Model>> {
        let condition = self.filter.condition().add_option(last.map(|last| Column::Id.gte(last)));
        rows.filter(condition).limit(self.page.fetch()).all().await
    }
}

/// The smallest id of a time.
fn first_id_at(time: DateTime<Utc>) -> SessionId {
    let milliseconds = u64::try_from(time.timestamp_millis()).unwrap_or_default();
    SessionId(Uuid::from_u128(u128::from(milliseconds) << 80))
}
