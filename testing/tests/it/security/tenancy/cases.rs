//! What each operation answers to whom.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Target, publication_target};

/// What an operation may answer to somebody who has no business with the target.
#[derive(Clone, Copy)]
pub enum To {
    /// As if there were nothing.
    NotFound,
    /// A list or an object of the caller's own, without a trace of the target.
    OwnThings,
    /// The caller may not do this at all.
    Forbidden,
    /// The same as the owner gets: it belongs to the organization.
    TheSame,
    /// Nobody's in particular: public.
    Public,
    /// A 200 that says that there is no such session: the old chat route.
    NotFoundBody,
}

pub struct Case {
    pub stranger: To,
    pub colleague: To,
    pub body: fn(&Target) -> Value,
}

fn none(_: &Target) -> Value {
    Value::Null
}

fn case(stranger: To, colleague: To, body: fn(&Target) -> Value) -> Case {
    Case { stranger, colleague, body }
}

/// One line an operation. The colleague is a member, not an admin.
pub fn cases() -> BTreeMap<&'static str, Case> {
    use To::{Forbidden, NotFound, NotFoundBody, OwnThings, Public, TheSame};
    BTreeMap::from([
        ("read_service", case(Public, Public, none)),
        ("read_liveness", case(Public, Public, none)),
        ("read_readiness", case(Public, Public, none)),
        ("list_signing_keys", case(Public, Public, none)),
        ("sign_up", case(Public, Public, none)),
        ("sign_in", case(Public, Public, none)),
        ("refresh_tokens", case(Public, Public, none)),
        ("issue_token", case(Public, Public, none)),
        ("read_authorization_server", case(Public, Public, none)),
        (
            "create_api_key",
            case(
                OwnThings,
                Forbidden,
                |_| json!({ "name": "x", "livemode": true, "scopes": ["sessions:read"] }),
            ),
        ),
        ("list_api_keys", case(OwnThings, Forbidden, none)),
        ("read_api_key", case(NotFound, Forbidden, none)),
        ("update_api_key", case(NotFound, Forbidden, |_| json!({ "name": "Renamed" }))),
        ("revoke_api_key", case(NotFound, Forbidden, none)),
        ("sign_out", case(OwnThings, OwnThings, none)),
        ("read_me", case(OwnThings, OwnThings, none)),
        ("read_organization", case(OwnThings, TheSame, none)),
        ("update_organization", case(OwnThings, Forbidden, |_| json!({ "name": "Renamed" }))),
        ("list_members", case(OwnThings, TheSame, none)),
        (
            "add_member",
            case(
                OwnThings,
                Forbidden,
                |_| json!({ "email": "new@example.com", "name": "new", "role": "member", "password": tests::PASSWORD }),
            ),
        ),
        ("read_member", case(NotFound, TheSame, none)),
        ("update_member", case(NotFound, Forbidden, |_| json!({ "role": "viewer" }))),
        ("remove_member", case(NotFound, Forbidden, none)),
        ("start_session", case(OwnThings, OwnThings, |_| json!({}))),
        ("list_sessions", case(OwnThings, OwnThings, none)),
        ("read_session", case(NotFound, NotFound, none)),
        ("delete_session", case(NotFound, NotFound, none)),
        ("edit_job_data", case(NotFound, NotFound, |_| json!({ "title": "Cook" }))),
        ("undo_change", case(NotFound, NotFound, none)),
        ("restore_session", case(NotFound, NotFound, |_| json!({ "version": 0 }))),
        ("fork_session", case(NotFound, NotFound, |target| json!({ "turn_id": target.turn }))),
        ("list_changes", case(NotFound, NotFound, none)),
        ("start_turn", case(NotFound, NotFound, |_| json!({ "message": "hello" }))),
        ("list_turns", case(NotFound, NotFound, none)),
        ("read_turn", case(NotFound, NotFound, none)),
        ("cancel_turn", case(NotFound, NotFound, none)),
        ("retry_turn", case(NotFound, NotFound, none)),
        ("stream_events", case(NotFound, NotFound, none)),
        ("list_messages", case(NotFound, NotFound, none)),
        (
            "finalize_session",
            case(NotFound, NotFound, |target| json!({ "content_hash": target.content_hash })),
        ),
        ("list_job_posts", case(OwnThings, TheSame, none)),
        ("read_job_post", case(NotFound, TheSame, none)),
        // Their own organization has none yet when it is read; then they set one, and remove it.
        ("read_publication_target", case(NotFound, Forbidden, none)),
        ("put_publication_target", case(OwnThings, Forbidden, |_| publication_target("http://127.0.0.1:9"))),
        ("delete_publication_target", case(OwnThings, Forbidden, none)),
        ("list_publications", case(OwnThings, TheSame, none)),
        ("read_publication", case(NotFound, TheSame, none)),
        ("redeliver_publication", case(NotFound, Forbidden, none)),
        ("read_provenance", case(NotFound, NotFound, none)),
        ("check_session", case(NotFound, NotFound, none)),
        ("check_job_post", case(NotFound, TheSame, none)),
        ("export_job_post_json_ld", case(NotFound, TheSame, none)),
        ("export_job_post_markdown", case(NotFound, TheSame, none)),
        ("export_job_post_html", case(NotFound, TheSame, none)),
        ("export_job_post_text", case(NotFound, TheSame, none)),
        ("list_webhook_endpoints", case(OwnThings, Forbidden, none)),
        ("create_webhook_endpoint", case(OwnThings, Forbidden, |_| json!({ "url": "https://1.1.1.1/" }))),
        ("read_webhook_endpoint", case(NotFound, Forbidden, none)),
        ("update_webhook_endpoint", case(NotFound, Forbidden, |_| json!({ "enabled": false }))),
        ("delete_webhook_endpoint", case(NotFound, Forbidden, none)),
        ("rotate_webhook_secret", case(NotFound, Forbidden, none)),
        ("test_webhook_endpoint", case(NotFound, Forbidden, none)),
        ("recover_webhooks", case(NotFound, Forbidden, |target| json!({ "since": target.since }))),
        ("list_webhook_deliveries", case(NotFound, Forbidden, none)),
        ("read_webhook_delivery", case(NotFound, Forbidden, none)),
        ("resend_webhook_delivery", case(NotFound, Forbidden, none)),
        (
            "create_job_post",
            case(OwnThings, OwnThings, |target| json!({ "message": "x", "session_id": target.session })),
        ),
        (
            "continue_job_post",
            case(
                NotFoundBody,
                NotFoundBody,
                |target| json!({ "message": "x", "session_id": target.session }),
            ),
        ),
        ("read_job_post_session", case(NotFound, NotFound, none)),
        ("delete_job_post_session", case(NotFound, NotFound, none)),
    ])
}
