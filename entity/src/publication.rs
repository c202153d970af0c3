//! The publication of one job post to the organization's own system.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::id::{JobPostId, OrganizationId, PublicationId, PublicationTargetId, SessionId};

/// The status of a publication.
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
    /// The session that produced the job post; it may have been deleted.
    pub session_id: SessionId,
    pub target_id: PublicationTargetId,
    pub status: PublicationStatus,
    /// The target's id of the job post.
    pub external_id: Option<String>,
    /// The target's id of the session's previous job post.
    pub replaces: Option<String>,
    /// When `replaces` was fixed; `None` before the first attempt.
    pub replaces_decided_at: Option<DateTimeUtc>,
    /// The boolean fields that the user stated.
    pub stated_flags: Vec<String>,
    /// Why the latest attempt failed.
    pub error_code: Option<String>,
    /// The text for it, quoting the target's message if there is one.
    pub error_detail: Option<String>,
    pub created_at: DateTimeUtc,
    pub delivered_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
