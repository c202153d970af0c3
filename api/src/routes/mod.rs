//! The routes: one folder per resource, with handlers in `mod.rs` and bodies in `models.rs`. All methods of a path are in
//! one `impl`, because poem silently drops those of a second one.

mod accounts;
mod api_keys;
mod attention;
mod audit_log;
mod browser;
mod changes;
mod client_address;
mod compliance;
mod device;
mod email_domains;
mod events;
mod exports;
mod identity_providers;
mod invitations;
mod job_posts;
mod legacy;
mod link_requested;
mod logins;
mod me;
mod members;
mod messages;
mod no_content;
mod oauth;
mod organizations;
mod passwords;
mod provenance;
mod publication_targets;
mod publications;
mod quotas;
mod request_log;
mod second_factors;
mod service;
mod session_summaries;
mod sessions;
mod single_sign_on;
mod tags;
mod templates;
mod turns;
mod webhooks;

pub use self::client_address::client_address_by;
pub use self::exports::ExportLimits;
pub use self::sessions::{FILTER_MARK, filter_parameters};
pub use self::webhooks::{WebhookDocs, examples as webhook_examples};

/// All operations, in the order of the OpenAPI document.
pub type Routes = (People, Programs, Sessions, Results, Publishing, Hooks, legacy::Legacy);

type People = (
    service::Service,
    SigningIn,
    Own,
    (organizations::Organizations, quotas::Quotas, attention::Attentions),
    Providers,
    Colleagues,
    (audit_log::AuditLog, request_log::RequestLog),
    exports::Exports,
);
type SigningIn = (accounts::Accounts, browser::Browsers, single_sign_on::SingleSignOn);
type Providers = (identity_providers::IdentityProviders, email_domains::EmailDomains);
type Own = (me::OwnAccount, passwords::Passwords, second_factors::SecondFactors, logins::Logins);
type Colleagues = (members::Members, invitations::Invitations);
type Programs = (api_keys::ApiKeys, oauth::OAuth);
type Sessions = (
    (sessions::Sessions, session_summaries::SessionSummaries),
    templates::Templates,
    changes::Changes,
    turns::Turns,
    messages::Messages,
    provenance::Provenances,
    events::Events,
);
type Results = (job_posts::JobPosts, compliance::Compliance);
type Publishing = (publication_targets::PublicationTargets, publications::Publications);
type Hooks = (webhooks::WebhookEndpoints, webhooks::WebhookDeliveries);

pub fn all() -> Routes {
    (
        (
            service::Service,
            (accounts::Accounts, browser::Browsers, single_sign_on::SingleSignOn),
            (me::OwnAccount, passwords::Passwords, second_factors::SecondFactors, logins::Logins),
            (organizations::Organizations, quotas::Quotas, attention::Attentions),
            (identity_providers::IdentityProviders, email_domains::EmailDomains),
            (members::Members, invitations::Invitations),
            (audit_log::AuditLog, request_log::RequestLog),
            exports::Exports,
        ),
        (api_keys::ApiKeys, oauth::OAuth),
        (
            (sessions::Sessions, session_summaries::SessionSummaries),
            templates::Templates,
            changes::Changes,
            turns::Turns,
            messages::Messages,
            provenance::Provenances,
            events::Events,
        ),
        (job_posts::JobPosts, compliance::Compliance),
        (publication_targets::PublicationTargets, publications::Publications),
        (webhooks::WebhookEndpoints, webhooks::WebhookDeliveries),
        legacy::Legacy,
    )
}
