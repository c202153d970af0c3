//! The OpenAPI document: poem's, with a finishing pass for what poem cannot say. One text serves all: the committed
//! file, `/openapi.json`, `/openapi.yaml` and the documentation page.

mod docs_page;
mod errors;
mod extras;
mod links;
mod names;
mod pagination;
mod parameters;
mod responses;
mod schemas;
#[cfg(test)]
mod tests;
mod unions;
mod walk;
mod webhooks;
mod yaml;

use std::sync::LazyLock;

use poem_openapi::{ContactObject, LicenseObject, OpenApiService, ServerObject};
use serde_json::Value;

pub use docs_page::{CONTENT_SECURITY_POLICY, HTML, SCRIPT, SCRIPT_PATH};
pub use pagination::{LARGEST_PAGE, PAGING, USUAL_PAGE};
pub use schemas::EXTENSIBLE;

use crate::routes::{self, Routes, WebhookDocs};

const DESCRIPTION: &str = "\
A conversation with an HR expert out of which a job post grows.

Sign up or sign in for an access token, or come with an API key; start a session, post the user's messages as turns, \
and finalize when the summary is right. Every answer has an `X-Request-Id`; errors are problems of RFC 9457 with a stable `code`. Lists are \
`{items, next_page}`: give `next_page` back as `page_token` until it is absent. Optional fields are absent, never \
null. Times are RFC 3339 in UTC.";

/// The document as JSON, with a line feed at its end.
pub fn openapi_json() -> String {
    JSON.clone()
}

/// The document as YAML: what `openapi.yaml` holds.
pub fn openapi_yaml() -> String {
    YAML.clone()
}

pub static JSON: LazyLock<String> = LazyLock::new(|| format!("{:#}\n", *DOCUMENT));
pub static YAML: LazyLock<String> = LazyLock::new(|| yaml::write(&DOCUMENT));

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let raw = serde_json::from_str(&service().webhooks::<WebhookDocs>().spec());
    finish(raw.unwrap_or_else(|error| panic!("poem's document is no JSON: {error}")))
});

/// The routes as poem serves and describes them.
pub fn service() -> OpenApiService<Routes, ()> {
    OpenApiService::new(routes::all(), "Postwright", env!("CARGO_PKG_VERSION"))
        .description(DESCRIPTION)
        .contact(ContactObject::new().name("The maintainers of Postwright"))
        .license(LicenseObject::new("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0"))
        .server(ServerObject::new("/").description("This server"))
}

/// The finishing pass, in an order that matters only where a comment says so.
fn finish(mut document: Value) -> Value {
    extras::declare_version(&mut document);
    names::strip_charsets(&mut document);
    names::restore_header_case(&mut document);
    schemas::tidy(&mut document);
    pagination::spell_out_paging(&mut document);
    unions::merge_wrappers(&mut document);
    // After the charsets are gone: they look for the bare media type.
    errors::spell_out(&mut document);
    // After the errors, which follow from it.
    extras::declare_public(&mut document);
    extras::spell_out_scopes(&mut document);
    extras::offer_acting(&mut document);
    extras::show_webhooks(&mut document, routes::webhook_examples());
    webhooks::complete(&mut document);
    parameters::show_those_of_paths(&mut document);
    extras::copy_examples(&mut document);
    // After the examples are there.
    responses::show_headers(&mut document);
    responses::show_what_waits(&mut document);
    extras::describe_answers(&mut document);
    extras::join_lines(&mut document);
    pagination::mark_pagination(&mut document);
    links::lead_on(&mut document);
    document
}
