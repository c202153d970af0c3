//! Request bodies for targets: the same bytes at every attempt, unless the target's configuration changes.

use chrono::{DateTime, SecondsFormat, Utc};
use entity::id::OrganizationId;
use entity::publication::Model as Publication;
use job_post::exports::{AiCreate, AiCreateOptions};
use job_post::{Content, Field};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::events;
use crate::job_posts::JobPost;

/// The body of the format `ai_create`, as the original service sent it.
pub(super) fn ai_create(
    organization: OrganizationId,
    publication: &Publication,
    job_post: &JobPost,
    options: &AiCreateOptions,
) -> String {
    let stated: Vec<Field> = publication.stated_flags.iter().filter_map(|name| name.parse().ok()).collect();
    let post = AiCreate {
        content: &job_post.content,
        stated: &stated,
        company_id: organization.0,
        user_id: author(job_post),
        posted_at: job_post.created_at,
        options,
    };
    post.body()
}

/// The user, or the API key that acted for no member: the format demands an id.
fn author(job_post: &JobPost) -> Uuid {
    let key = || job_post.api_key_id.map(|key| key.0);
    job_post.user_id.map(|user| user.0).or_else(key).unwrap_or_default()
}

/// The body of the format `signed_json`: the job post as in `GET /v1/job-posts/{id}`, with ids of its publication.
pub(super) fn signed_json(
    organization: OrganizationId,
    publication: &Publication,
    job_post: &JobPost,
) -> String {
    let mut body = json!({
        "publication_id": publication.id,
        "organization_id": organization,
    });
    if let Some(user) = job_post.user_id {
        body["user_id"] = json!(user);
    }
    body["livemode"] = json!(publication.livemode);
    if let Some(replaces) = &publication.replaces {
        body["replaces"] = json!(replaces);
    }
    body["job_post"] = job_post_json(job_post);
    body.to_string()
}

fn job_post_json(job_post: &JobPost) -> Value {
    let mut post = json!({
        "id": job_post.id,
        "livemode": job_post.livemode,
    });
    if let Some(key) = job_post.api_key_id {
        post["api_key_id"] = json!(key);
    }
    post["session_id"] = json!(job_post.session_id);
    post["revision"] = json!(job_post.revision);
    post["company_name"] = json!(job_post.company_name);
    // Notes are the organization's own: a target may publish what it gets.
    let content = Content { notes: Vec::new(), ..job_post.content.clone() };
    post["content"] = events::job_data(&content);
    post["content_hash"] = json!(job_post.content_hash);
    if let Some(version) = job_post.version {
        post["version"] = json!(version);
    }
    post["created_at"] = json!(timestamp(job_post.created_at));
    post
}

/// A timestamp in the format of `/v1`.
fn timestamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
