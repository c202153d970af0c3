//! The target of an organization's publications.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::id::{OrganizationId, PublicationTargetId};

/// The format of the requests to a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Format {
    /// `POST {base}/jobposts/ai-create`, as the original service sent it.
    #[sea_orm(string_value = "ai_create")]
    AiCreate,
    /// The job post as in `/v1`, signed as in Standard Webhooks.
    #[sea_orm(string_value = "signed_json")]
    SignedJson,
}

#[derive(Clone, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "publication_target")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PublicationTargetId,
    pub livemode: bool,
    pub format: Format,
    pub url: String,
    pub bearer_token: Option<Vec<u8>>,
    pub secret: Option<Vec<u8>>,
    pub previous_secret: Option<Vec<u8>>,
    pub previous_secret_until: Option<DateTimeUtc>,
    pub options: Json,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

/// Leaves secrets out.
impl std::fmt::Debug for Model {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("publication_target").field("id", &self.id).finish_non_exhaustive()
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
