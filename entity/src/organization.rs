//! A company that hires, and the boundary of everything it owns.

use sea_orm::entity::prelude::*;

use crate::id::OrganizationId;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organization")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganizationId,
    pub name: String,
    pub session_lifetime_seconds: i32,
    pub turns_at_once: Option<i32>,
    pub required_fields: Vec<String>,
    pub blocking_rules: Vec<String>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
