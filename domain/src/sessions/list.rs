//! Lists sessions, newest first. A page costs about the same among a thousand sessions and among a million.

use chrono::{DateTime, TimeDelta, Utc};
use entity::id::{SessionId, UserId};
use entity::session::{Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, Value};
use uuid::Uuid;

use super::Session;
use super::read::{retained, sees_only};
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
    let after = page.key::<SessionId>()?;
    let owner = match (sees_only(tx)?, filter.user_id) {
        (Some(own), Some(wanted)) if own != wanted => return Ok(Paged { items: Vec::new(), next: None }),
        (own, wanted) => wanted.or(own),
    };
    let list = List { tx, rules, filter, page, after, owner };
    let last_looked_at = if filter.is_search() { list.last_looked_at().await? } else { None };
    // Before the marked ones: what is marked in between is in both, and not in neither.
    let mut rows = match filter.is_expired {
        true => list.found(list.just_expired(), last_looked_at).await?,
        false => Vec::new(),
    };
    rows.extend(list.found(list.marked(), last_looked_at).await?);
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
    /// The last session of the page before.
    after: Option<SessionId>,
    /// The person whose sessions alone are listed.
    owner: Option<UserId>,
}

impl<'a> List<'a> {
    /// The first id of the page's sessions, and the one that ends them. Ids have the time of their creation, by the clock of the
    /// process that made them, which has no part in the offset that tests may set.
    fn ids(&self) -> (Option<SessionId>, Option<SessionId>) {
        let offset = self.rules.now - self.tx.real_time();
        let first = self.filter.created_after.map(|time| first_id_at(time - offset - CLOCK_DIFFERENCE));
        let end = self.filter.created_before.map(|time| first_id_at(time + CLOCK_DIFFERENCE));
        (first, end.into_iter().chain(self.after).min())
    }

    /// Everybody's, in no order.
    fn all(&self) -> Rows<'a, Entity> {
        let (first, end) = self.ids();
        let all = retained(&self.rules)
            .add_option(first.map(|first| Column::Id.gte(first)))
            .add_option(end.map(|end| Column::Id.lt(end)));
        self.tx.find::<Entity>().filter(all)
    }

    /// By the mark that the indexes have. The worker sets it up to a minute after the expiry.
    fn marked(&self) -> Rows<'a, Entity> {
        let mark = if self.filter.is_expired { MARKED } else { UNMARKED };
        let marked = match self.owner {
            Some(owner) => self.marked_of(owner),
            None => self.all().filter(Expr::cust(mark)).newest_first(Column::Id),
        };
        match self.filter.is_expired {
            true => marked,
            false => marked.filter(Column::ExpiresAt.gt(self.rules.now)),
        }
    }

    /// Those of one person. The planner knows only how many sessions a person has on average, so it would read all sessions of the
    /// organization, in the order of their ids, to find those of a person who has few. Here only `session_by_user` has the
    /// order, which begins with the mark: that is compared together with the id, and not for equality, so that it remains a
    /// part of the order; and as it is a parameter, no index of the other sessions can be taken.
    fn marked_of(&self, owner: UserId) -> Rows<'a, Entity> {
        let (first, end) = self.ids();
        let compared = |pattern: &'static str, id: Uuid| {
            let values: [Value; 2] = [self.filter.is_expired.into(), id.into()];
            Expr::cust_with_values(pattern, values)
        };
        let of_owner = retained(&self.rules)
            .add(Column::UserId.eq(owner))
            .add(compared("(expiry_noticed, id) >= ($1, $2)", first.map_or(Uuid::nil(), |first| first.0)))
            .add(compared("(expiry_noticed, id) < ($1, $2)", end.map_or(Uuid::max(), |end| end.0)));
        let of_owner = self.tx.find::<Entity>().filter(of_owner);
        of_owner.newest_first(Column::ExpiryNoticed).newest_first(Column::Id)
    }

    /// Those that have expired and have no mark yet: few, which the index of expiries leads to.
    fn just_expired(&self) -> Rows<'a, Entity> {
        // As one expression, so that a person's other sessions are not read.
        let of_owner = self.owner.map(|owner| Expr::cust_with_values("(user_id = $1) is true", [owner]));
        let unmarked = Condition::all()
            .add(Expr::cust(UNMARKED))
            .add(Column::ExpiresAt.lte(self.rules.now))
            .add_option(of_owner);
        self.all().filter(unmarked).largest_first(Expr::cust("id::text"))
    }

    /// The last session that this page looks at; `None` if it comes to the end of the list.
    async fn last_looked_at(&self) -> Result<Option<SessionId>> {
        let last = self.marked().skip(LOOKED_AT - 1).limit(1).one().await?;
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
