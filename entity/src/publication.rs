//! The delivery of one job post to its organization's own system.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::id::{JobPostId, OrganizationId, PublicationId, PublicationTargetId, SessionId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum PublicationStatus {
    #[sea_orm(string_value = "pending")]
    Pending,
    #[sea_orm(string_value = "delivered")]
    Delivered,
    #[sea_orm(string_value = "failed")]
    Failed,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "publication")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PublicationId,
    pub livemode: bool,
    pub job_post_id: JobPostId,
    /// The conversation, which may be gone.
    pub session_id: SessionId,
    pub target_id: PublicationTargetId,
    pub status: PublicationStatus,
    /// What the target calls the post.
    pub external_id: Option<String>,
    /// What it called the conversation's post before this one.
    pub replaces: Option<String>,
    /// When the first attempt decided whether it replaces one.
    pub replaces_decided_at: Option<DateTimeUtc>,
    /// Of the flags those that somebody spoke of.
    pub stated_flags: Vec<String>,
    /// How the latest attempt went wrong.
    pub error_code: Option<String>,
    /// The target's own words for it.
    pub error_detail: Option<String>,
    pub created_at: DateTimeUtc,
    pub delivered_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
