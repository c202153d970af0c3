//! An organization: the tenant that all other rows belong to.

use sea_orm::entity::prelude::*;

use crate::id::OrganizationId;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organization")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganizationId,
    pub name: String,
    pub session_lifetime_seconds: i32,
    /// How long an expired session can still be read and reopened.
    pub session_retention_days: i32,
    /// How many of its turns may run at a time; `None` means the worker's default.
    pub turns_at_once: Option<i32>,
    /// Its own quotas, by their names.
    pub quotas: Json,
    /// Fields that a job post must have to be finalized.
    pub required_fields: Vec<String>,
    /// Codes of compliance findings that block finalizing.
    pub blocking_rules: Vec<String>,
    /// How the agent writes for it.
    pub writing: Json,
    /// Whether the agent's greeting says that it is an AI.
    pub ai_disclosure: bool,
    /// Whether members need a second factor.
    pub second_factor_required: bool,
    /// How long entries of its audit log are kept.
    pub audit_retention_days: i32,
    /// In which its times are shown, of the IANA database.
    pub time_zone: String,
    /// ISO 4217: of pay that is stated without a currency.
    pub currency: Option<String>,
    /// In which conversations begin, the usual one first.
    pub languages: Vec<String>,
    pub created_at: DateTimeUtc,
    /// While it is set, callers are refused and no turns are claimed.
    pub suspended_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
