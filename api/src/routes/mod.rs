//! The routes, one file a resource. All methods of one path are in one `impl`: poem would silently lose the others.

mod accounts;
mod api_keys;
mod changes;
mod compliance;
mod events;
mod job_posts;
mod legacy;
mod members;
mod messages;
mod oauth;
mod organizations;
mod provenance;
mod publication_targets;
mod publications;
mod service;
mod sessions;
mod turns;
mod webhooks;

use poem_openapi::{ApiResponse, Tags};

pub use webhooks::events::{WebhookDocs, examples as webhook_examples};

/// Everything the document describes, in its order.
pub type Routes = (People, Programs, Conversations, Results, Publishing, Hooks, legacy::Legacy);

type People = (service::Service, accounts::Accounts, organizations::Organizations, members::Members);
type Programs = (api_keys::ApiKeys, oauth::OAuth);
type Conversations = (
    sessions::Sessions,
    changes::Changes,
    turns::Turns,
    messages::Messages,
    provenance::Provenances,
    events::Events,
);
type Results = (job_posts::JobPosts, compliance::Compliance);
type Publishing = (publication_targets::PublicationTargets, publications::Publications);
type Hooks = (webhooks::endpoints::WebhookEndpoints, webhooks::deliveries::WebhookDeliveries);

pub fn all() -> Routes {
    (
        (service::Service, accounts::Accounts, organizations::Organizations, members::Members),
        (api_keys::ApiKeys, oauth::OAuth),
        (
            sessions::Sessions,
            changes::Changes,
            turns::Turns,
            messages::Messages,
            provenance::Provenances,
            events::Events,
        ),
        (job_posts::JobPosts, compliance::Compliance),
        (publication_targets::PublicationTargets, publications::Publications),
        (webhooks::endpoints::WebhookEndpoints, webhooks::deliveries::WebhookDeliveries),
        legacy::Legacy,
    )
}

#[derive(Tags)]
enum Tag {
    /// The service itself. No token needed.
    Service,
    /// Signing up, in and out.
    Accounts,
    /// Keys with which programs call, and access tokens for them.
    Keys,
    /// Who belongs to the organization, and as what.
    Members,
    /// Conversations with a job post being built.
    Sessions,
    /// One message of a user and the agent's answer.
    Turns,
    /// Finished job posts.
    #[oai(rename = "Job posts")]
    JobPosts,
    /// The delivery of finished job posts to the organization's own system.
    Publications,
    /// Telling an organization's own systems what happens, by [Standard Webhooks](https://www.standardwebhooks.com).
    Webhooks,
    /// The four routes that came first, for front ends that call them. They answer in their own shape.
    #[oai(rename = "Original routes")]
    Original,
}

/// The answer to a deletion.
#[derive(ApiResponse)]
enum NoContent {
    /// Done.
    #[oai(status = 204)]
    NoContent,
}

/// The address that a request comes from, for slowing down who guesses.
fn address_of(request: &poem::Request) -> Option<String> {
    request.remote_addr().as_socket_addr().map(|address| address.ip().to_string())
}
