//! Bodies of the request log.

use domain::Paged;
use domain::request_log::{Entry, FailedRequest};
use poem_openapi::Object;
use poem_openapi::types::Example;
use uuid::Uuid;

use crate::examples::{API_KEY, PAGE_TOKEN, REQUEST, SESSION, at};
use crate::types::Timestamp;

/// A request that was refused or failed.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct RequestLogEntry {
    /// The `X-Request-Id` of the response, which the server's logs also have.
    request_id: Uuid,
    occurred_at: Timestamp,
    /// `false` in test mode.
    livemode: bool,
    method: String,
    /// The path without the query string.
    path: String,
    /// The operation in this document. Absent when the request timed out or failed inside the server.
    operation_id: Option<String>,
    /// The status of the response.
    #[oai(validator(minimum(value = "400"), maximum(value = "599")))]
    status: i32,
    /// The `code` of the problem in the response.
    code: String,
    /// The person, or the member that the API key acted for.
    user_id: Option<Uuid>,
    api_key_id: Option<Uuid>,
}

impl From<Entry> for RequestLogEntry {
    fn from(entry: Entry) -> Self {
        let Entry { request_id, occurred_at, livemode, refused, user_id, api_key_id } = entry;
        let FailedRequest { method, path, operation_id, status, code } = refused;
        Self {
            request_id,
            occurred_at: occurred_at.into(),
            livemode,
            method,
            path,
            operation_id,
            status: status.into(),
            code,
            user_id: user_id.map(|user| user.0),
            api_key_id: api_key_id.map(|key| key.0),
        }
    }
}

/// A page of the request log.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct RequestLogPage {
    items: Vec<RequestLogEntry>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<Entry>> for RequestLogPage {
    fn from(paged: Paged<Entry>) -> Self {
        Self { items: paged.items.into_iter().map(RequestLogEntry::from).collect(), next_page: paged.next }
    }
}

impl Example for RequestLogEntry {
    fn example() -> Self {
        Self {
            request_id: REQUEST,
            occurred_at: at(5),
            livemode: true,
            method: "POST".to_owned(),
            path: format!("/v1/sessions/{SESSION}/turns"),
            operation_id: Some("start_turn".to_owned()),
            status: 409,
            code: "session_expired".to_owned(),
            user_id: None,
            api_key_id: Some(API_KEY),
        }
    }
}

impl Example for RequestLogPage {
    fn example() -> Self {
        Self { items: vec![RequestLogEntry::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}
