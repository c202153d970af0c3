//! The routes, one file a resource. All methods of one path are in one `impl`: poem would silently lose the others.

mod accounts;
mod changes;
mod compliance;
mod conditions;
mod events;
mod job_data;
mod job_posts;
mod legacy;
mod lists;
mod members;
mod messages;
mod organizations;
mod provenance;
mod service;
mod sessions;
mod turns;
mod webhooks;

use poem_openapi::{ApiResponse, Tags};

pub use webhooks::Told;

/// Everything the document describes.
pub type Routes = (
    service::Service,
    accounts::Accounts,
    organizations::Organizations,
    members::Members,
    sessions::Sessions,
    changes::Changes,
    turns::Turns,
    messages::Messages,
    provenance::Provenances,
    events::Events,
    job_posts::JobPosts,
    compliance::Compliance,
    webhooks::WebhookEndpoints,
    webhooks::WebhookDeliveries,
    legacy::Legacy,
);

pub fn all() -> Routes {
    (
        service::Service,
        accounts::Accounts,
        organizations::Organizations,
        members::Members,
        sessions::Sessions,
        changes::Changes,
        turns::Turns,
        messages::Messages,
        provenance::Provenances,
        events::Events,
        job_posts::JobPosts,
        compliance::Compliance,
        webhooks::WebhookEndpoints,
        webhooks::WebhookDeliveries,
        legacy::Legacy,
    )
}

#[derive(Tags)]
enum Tag {
    /// The service itself. No token needed.
    Service,
    /// Signing up, in and out.
    Accounts,
    /// Who belongs to the organization, and as what.
    Members,
    /// Conversations with a job post being built.
    Sessions,
    /// One message of a user and the agent's answer.
    Turns,
    /// Finished job posts.
    #[oai(rename = "Job posts")]
    JobPosts,
    /// Telling an organization's own systems what happens, by [Standard Webhooks](https://www.standardwebhooks.com).
    Webhooks,
    /// The four routes that came first, for front ends that call them. They answer in their own shape.
    #[oai(rename = "Original routes")]
    Original,
}

/// The answer to a deletion.
#[derive(ApiResponse)]
enum Gone {
    /// Done.
    #[oai(status = 204)]
    Gone,
}
