//! The groups of operations in the OpenAPI document, in its order.

use poem_openapi::Tags;

#[derive(Tags)]
pub enum Tag {
    /// Health checks, version and public keys. They need no token.
    Service,
    /// Sign up, sign in and sign out.
    Accounts,
    /// API keys, and access tokens for them.
    Keys,
    /// The members of the organization, invitations, and the organization's settings.
    Members,
    /// Exports of all data of a person or an organization.
    Data,
    /// Who did what in the organization.
    #[oai(rename = "Audit log")]
    Audit,
    /// Conversations, each with the draft of a job post.
    Sessions,
    /// Turns: a message of the user and the agent's reply.
    Turns,
    /// Finished job posts.
    #[oai(rename = "Job posts")]
    JobPosts,
    /// Delivery of finished job posts to the organization's own system.
    Publications,
    /// Notifications to the organization's own systems, by [Standard Webhooks](https://www.standardwebhooks.com).
    Webhooks,
    /// The four routes of the original service, for existing front ends. Requests and responses keep their original form.
    #[oai(rename = "Original routes")]
    Original,
}
