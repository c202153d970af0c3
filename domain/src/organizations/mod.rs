//! The caller's organization: its name, its sessions' lifetime, its requirements for job posts and how the agent writes for it.

mod writing;

use chrono::{DateTime, TimeDelta, Utc};
use entity::id::OrganizationId;
use entity::organization::{Column, Entity, Model};
use job_post::money::{self, Currency};
use job_post::{Field, Language, Policy, WritingSettings, compliance};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait as _, DbBackend, EntityTrait, QueryFilter, Statement};
use serde_json::Value;

use self::writing::checked_writing;
use crate::accounts::{check_name, require_fresh_sign_in};
use crate::credential::suspended;
use crate::error::{Error, Result};
use crate::members::require_owner;
use crate::second_factors;
use crate::stored_function::returned_row;
use crate::tenant_tx::TenantTx;

/// Allowed lifetimes of a session in seconds: five minutes to ninety days.
const LIFETIMES: std::ops::RangeInclusive<i32> = 300..=90 * 24 * 60 * 60;

/// How many days an organization may retain expired sessions: none to three years.
const SESSION_RETENTION: std::ops::RangeInclusive<i32> = 0..=1_096;

/// How many days an organization may keep entries of its audit log.
const AUDIT_RETENTION: std::ops::RangeInclusive<i32> = 30..=3_650;

/// An organization with its settings.
#[derive(Clone, Debug)]
pub struct Organization {
    pub id: OrganizationId,
    pub name: String,
    pub session_lifetime_seconds: i32,
    /// How long an expired session can still be read and reopened.
    pub session_retention_days: i32,
    /// Its requirements, and how the agent writes for it.
    pub policy: Policy,
    /// Whether the agent's greeting says that it is an AI.
    pub ai_disclosure: bool,
    /// Whether members need a second factor.
    pub second_factor_required: bool,
    /// How long entries of the audit log are kept.
    pub audit_retention_days: i32,
    /// In which times are shown, of the IANA database.
    pub time_zone: String,
    /// In which conversations begin, the usual one first. Empty: in any.
    pub languages: Vec<Language>,
    /// Its own quotas, see [`crate::quotas::Limits::with`].
    pub(crate) quotas: Value,
}

/// The members to change; `None` keeps a member as it is.
#[derive(Clone, Debug, Default)]
pub struct OrganizationChange {
    pub name: Option<String>,
    /// Applies to a session when it is created or its next turn is accepted.
    pub session_lifetime_seconds: Option<i32>,
    /// Applies to all sessions at once.
    pub session_retention_days: Option<i32>,
    pub required_fields: Option<Vec<Field>>,
    /// Codes of compliance findings that block finalizing, see [`compliance::CODES`].
    pub blocking_rules: Option<Vec<String>>,
    /// Applies to descriptions that the agent writes from now on, and to sessions that begin from now on.
    pub writing: Option<WritingSettings>,
    /// Whether the agent's greeting says that it is an AI. Applies to new sessions.
    pub ai_disclosure: Option<bool>,
    /// Whether members need a second factor. Only owners change it.
    pub second_factor_required: Option<bool>,
    /// Applies to all entries at the next sweep. Only owners lower it.
    pub audit_retention_days: Option<i32>,
    pub time_zone: Option<String>,
    /// The currency (ISO 4217) of pay that is stated without one; empty for none.
    pub currency: Option<String>,
    /// Applies to new sessions.
    pub languages: Option<Vec<Language>>,
}

/// The caller's organization.
///
/// # Errors
/// When the database cannot be reached.
pub async fn own(tx: &TenantTx) -> Result<Organization> {
    let row = Entity::find_by_id(tx.organization_id()).one(tx.raw()).await?;
    Ok(Organization::from_row(row.ok_or(Error::NotFound("organization"))?, tx.now()))
}

/// Checks that the organization is not suspended, where no credential is checked yet.
///
/// # Errors
/// [`Error::Forbidden`] `organization_suspended`.
pub(crate) async fn require_active(tx: &TenantTx) -> Result<()> {
    let row = Entity::find_by_id(tx.organization_id()).one(tx.raw()).await?;
    if row.is_some_and(|row| row.suspended_at.is_some()) { Err(suspended()) } else { Ok(()) }
}

/// Changes the caller's organization. New requirements apply to all of its sessions at once, except that a running turn
/// ends under those that it was loaded with.
///
/// # Errors
/// [`Error::Forbidden`] `live_only` in test mode; [`Error::Invalid`] for a name or a lifetime out of bounds, and for unknown
/// rules, time zones and currencies; those of [`second_factors::check_may_require`] and [`check_may_keep`].
pub async fn update(tx: &TenantTx, change: OrganizationChange) -> Result<Organization> {
    check_live(tx)?;
    let mut columns: Vec<(Column, SimpleExpr)> = Vec::new();
    if let Some(name) = &change.name {
        columns.push((Column::Name, Expr::value(check_name("/name", name)?)));
    }
    if let Some(seconds) = change.session_lifetime_seconds {
        columns.push((Column::SessionLifetimeSeconds, Expr::value(checked_lifetime(seconds)?)));
    }
    if let Some(days) = change.session_retention_days {
        columns.push((Column::SessionRetentionDays, Expr::value(checked_session_retention(days)?)));
    }
    if let Some(fields) = change.required_fields {
        let names = fields.into_iter().map(|field| field.as_str().to_owned()).collect();
        columns.push((Column::RequiredFields, Expr::value(each_once(names))));
    }
    if let Some(rules) = change.blocking_rules {
        columns.push((Column::BlockingRules, Expr::value(checked_rules(rules)?)));
    }
    if let Some(writing) = change.writing {
        columns.push((Column::Writing, Expr::value(serde_json::to_value(checked_writing(writing)?)?)));
    }
    if let Some(discloses) = change.ai_disclosure {
        columns.push((Column::AiDisclosure, Expr::value(discloses)));
    }
    if let Some(required) = change.second_factor_required {
        second_factors::check_may_require(tx, required).await?;
        columns.push((Column::SecondFactorRequired, Expr::value(required)));
    }
    if let Some(days) = change.audit_retention_days {
        check_may_keep(tx, checked_retention(days)?).await?;
        columns.push((Column::AuditRetentionDays, Expr::value(days)));
    }
    if let Some(zone) = change.time_zone {
        columns.push((Column::TimeZone, Expr::value(known_time_zone(tx, zone).await?)));
    }
    if let Some(code) = change.currency {
        columns.push((Column::Currency, Expr::value(checked_currency(&code)?)));
    }
    if let Some(languages) = change.languages {
        columns.push((Column::Languages, Expr::value(codes(languages))));
    }
    if !columns.is_empty() {
        let update = columns
            .into_iter()
            .fold(Entity::update_many(), |all, (column, value)| all.col_expr(column, value));
        update.filter(Column::Id.eq(tx.organization_id())).exec(tx.raw()).await?;
    }
    if change.second_factor_required.is_some() {
        second_factors::apply_rule_to_members(tx).await?;
    }
    own(tx).await
}

/// The zone, if the database knows it by exactly this name.
async fn known_time_zone(tx: &TenantTx, zone: String) -> Result<String> {
    let query = "select 1 from pg_timezone_names where name = $1 and name !~ '^(posix|right)/'";
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, query, [zone.clone().into()]);
    let is_known = tx.raw().query_one_raw(statement).await?.is_some();
    let wrong = || {
        Error::invalid("/time_zone", "must be a name of the IANA time zone database, such as Europe/Berlin")
    };
    is_known.then_some(zone).ok_or_else(wrong)
}

/// The currency of this code; `None` for an empty one.
fn checked_currency(code: &str) -> Result<Option<String>> {
    let known = currency_of(code).map(|currency| currency.code().to_owned());
    let is_wrong = known.is_none() && !code.is_empty();
    let wrong =
        || Error::invalid("/currency", "must be a currency of today (ISO 4217), such as EUR, or empty");
    if is_wrong { Err(wrong()) } else { Ok(known) }
}

/// By its code and no other name.
fn currency_of(code: &str) -> Option<Currency> {
    money::currency_named(code).filter(|currency| currency.code() == code)
}

/// Each once, in their order.
fn codes(languages: Vec<Language>) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for code in languages.into_iter().map(Language::code) {
        if !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    codes
}

/// Test mode and live mode share the organization, so test mode must not change it.
fn check_live(tx: &TenantTx) -> Result<()> {
    match tx.tenant().livemode {
        true => Ok(()),
        false => Err(Error::Forbidden {
            code: "live_only",
            detail: "The organization is the same in live and test mode, so a test key may read it and not change it. \
                     Use a live key, or sign in.",
        }),
    }
}

fn checked_lifetime(seconds: i32) -> Result<i32> {
    let wrong = || Error::invalid("/session_lifetime_seconds", "must be from 300 to 7776000");
    LIFETIMES.contains(&seconds).then_some(seconds).ok_or_else(wrong)
}

fn checked_session_retention(days: i32) -> Result<i32> {
    let wrong = || Error::invalid("/session_retention_days", "must be from 0 to 1096");
    SESSION_RETENTION.contains(&days).then_some(days).ok_or_else(wrong)
}

fn checked_retention(days: i32) -> Result<i32> {
    let wrong = || Error::invalid("/audit_retention_days", "must be from 30 to 3650");
    AUDIT_RETENTION.contains(&days).then_some(days).ok_or_else(wrong)
}

/// Checks that the caller may keep entries of the audit log for so many days. Fewer than now deletes entries for ever, perhaps
/// those about a stolen login or key.
///
/// # Errors
/// [`Error::Forbidden`] `owner_required`, also for API keys, or `fresh_sign_in_required`.
async fn check_may_keep(tx: &TenantTx, days: i32) -> Result<()> {
    tx.lock_organization().await?;
    if days >= own(tx).await?.audit_retention_days {
        return Ok(());
    }
    require_owner(tx)?;
    require_fresh_sign_in(tx).await
}

fn checked_rules(rules: Vec<String>) -> Result<Vec<String>> {
    if !rules.iter().all(|rule| compliance::CODES.contains(&&**rule)) {
        return Err(Error::invalid(
            "/blocking_rules",
            format!("must be some of {}", compliance::CODES.join(", ")),
        ));
    }
    Ok(each_once(rules))
}

fn each_once(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names.dedup();
    names
}

returned_row! {
    /// An organization's rules for its sessions, as part of what stored functions return.
    pub(crate) struct RulesRow {
        required_fields: Vec<String>,
        blocking_rules: Vec<String>,
        writing: Value,
        currency: Option<String>,
        session_retention_days: i32,
        now: DateTime<Utc>,
    }
}

/// An organization's rules for its sessions, at one moment.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    pub policy: Policy,
    pub retention: TimeDelta,
    pub now: DateTime<Utc>,
}

impl From<RulesRow> for Rules {
    fn from(row: RulesRow) -> Self {
        Self {
            policy: policy(row.required_fields, row.blocking_rules, row.writing, row.currency, row.now),
            retention: TimeDelta::days(row.session_retention_days.into()),
            now: row.now,
        }
    }
}

/// The laws of the day of `now` apply.
fn policy(
    required: Vec<String>,
    blocking: Vec<String>,
    writing: Value,
    currency: Option<String>,
    now: DateTime<Utc>,
) -> Policy {
    Policy {
        required: required.iter().filter_map(|name| name.parse().ok()).collect(),
        blocking,
        // What another build stored in a form that this one does not know has no effect.
        writing: serde_json::from_value(writing).unwrap_or_default(),
        currency: currency.as_deref().and_then(currency_of),
        on: now.date_naive(),
    }
}

impl Organization {
    /// Its rules for sessions.
    pub(crate) fn rules(self, now: DateTime<Utc>) -> Rules {
        let retention = TimeDelta::days(self.session_retention_days.into());
        Rules { policy: self.policy, retention, now }
    }

    pub(crate) fn from_row(row: Model, now: DateTime<Utc>) -> Self {
        Self {
            id: row.id,
            name: row.name,
            session_lifetime_seconds: row.session_lifetime_seconds,
            session_retention_days: row.session_retention_days,
            policy: policy(row.required_fields, row.blocking_rules, row.writing, row.currency, now),
            ai_disclosure: row.ai_disclosure,
            second_factor_required: row.second_factor_required,
            audit_retention_days: row.audit_retention_days,
            time_zone: row.time_zone,
            languages: row.languages.iter().filter_map(|code| Language::from_locale(code)).collect(),
            quotas: row.quotas,
        }
    }
}
