//! The expected response of each operation for a stranger and for a colleague.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Target, publication_target};

/// The expected response to a caller who has no access to the target.
#[derive(Clone, Copy)]
pub enum Expected {
    /// 404, as for an id that does not exist.
    NotFound,
    /// Success with the caller's own rows, and nothing of the target.
    OwnRows,
    /// Success with the caller's own requests.
    OwnRequests,
    /// 403: the caller may not call this operation.
    Forbidden,
    /// 409: the state of the caller's own rows does not allow it.
    Conflict,
    /// Success with rows of the organization, as the owner gets them.
    Shared,
    /// The operation is public.
    Public,
    /// This status: the operation concerns the caller's own account only.
    Own(u16),
    /// 200 with a body that says that the session does not exist: the original chat route.
    NotFoundBody,
}

pub struct Case {
    pub stranger: Expected,
    pub colleague: Expected,
    pub body: fn(&Target) -> Value,
}

fn none(_: &Target) -> Value {
    Value::Null
}

/// An organization that the caller is no member of.
fn elsewhere(_: &Target) -> Value {
    json!({ "organization_id": "019a9f3e-0000-7000-8000-00000000ffff" })
}

/// A proof without a second factor.
fn own_proof(_: &Target) -> Value {
    json!({ "password": tests::PASSWORD, "code": "123456" })
}

fn case(stranger: Expected, colleague: Expected, body: fn(&Target) -> Value) -> Case {
    Case { stranger, colleague, body }
}

/// By operation id. The colleague is a member, not an admin.
pub fn cases() -> BTreeMap<&'static str, Case> {
    use Expected::{Conflict, Forbidden, NotFound, NotFoundBody, Own, OwnRequests, OwnRows, Public, Shared};
    BTreeMap::from([
        ("read_service", case(Public, Public, none)),
        ("read_liveness", case(Public, Public, none)),
        ("read_readiness", case(Public, Public, none)),
        ("list_signing_keys", case(Public, Public, none)),
        ("sign_up", case(Public, Public, none)),
        ("complete_sign_up", case(Public, Public, none)),
        ("request_password_reset", case(Public, Public, none)),
        ("reset_password", case(Public, Public, none)),
        ("confirm_email", case(Public, Public, none)),
        ("sign_in", case(Public, Public, none)),
        ("refresh_tokens", case(Public, Public, none)),
        ("issue_token", case(Public, Public, none)),
        ("read_authorization_server", case(Public, Public, none)),
        (
            "create_api_key",
            case(
                OwnRows,
                Forbidden,
                |_| json!({ "name": "x", "livemode": true, "scopes": ["sessions:read"] }),
            ),
        ),
        ("list_api_keys", case(OwnRows, Forbidden, none)),
        ("read_api_key", case(NotFound, Forbidden, none)),
        ("update_api_key", case(NotFound, Forbidden, |_| json!({ "name": "Renamed" }))),
        ("revoke_api_key", case(NotFound, Forbidden, none)),
        ("reauthenticate_login", case(OwnRows, OwnRows, own_proof)),
        ("sign_out", case(OwnRows, OwnRows, none)),
        ("list_session_summaries", case(OwnRows, OwnRows, none)),
        ("export_session_summaries_csv", case(OwnRows, OwnRows, none)),
        ("list_attention", case(OwnRows, Forbidden, none)),
        ("list_requests", case(OwnRequests, Forbidden, none)),
        ("list_all_webhook_deliveries", case(OwnRows, Forbidden, none)),
        ("sign_in_browser", case(Public, Public, none)),
        ("open_sign_in_link", case(Public, Public, none)),
        ("complete_browser_single_sign_on", case(Public, Public, none)),
        ("reauthenticate_browser", case(Forbidden, Forbidden, own_proof)),
        ("switch_browser_organization", case(Forbidden, Forbidden, elsewhere)),
        ("sign_out_browser", case(Forbidden, Forbidden, none)),
        ("read_me", case(OwnRows, OwnRows, none)),
        ("delete_me", case(Conflict, OwnRows, none)),
        ("update_me", case(OwnRows, OwnRows, |_| json!({ "name": "Renamed" }))),
        (
            "request_email_change",
            case(
                OwnRows,
                OwnRows,
                |_| json!({ "email": "moved@example.com", "current_password": tests::PASSWORD }),
            ),
        ),
        (
            "change_password",
            case(
                OwnRows,
                OwnRows,
                |_| json!({ "current_password": tests::PASSWORD, "new_password": tests::PASSWORD }),
            ),
        ),
        ("list_logins", case(OwnRows, OwnRows, none)),
        ("end_login", case(NotFound, NotFound, none)),
        ("end_all_logins", case(OwnRows, OwnRows, none)),
        ("read_totp", case(OwnRows, OwnRows, none)),
        ("enrol_totp", case(OwnRows, OwnRows, |_| json!({ "password": tests::PASSWORD }))),
        ("confirm_totp", case(Own(422), Own(422), |_| json!({ "code": "no code" }))),
        ("remove_totp", case(Own(404), Own(404), own_proof)),
        ("renew_recovery_codes", case(Own(404), Own(404), own_proof)),
        ("read_organization", case(OwnRows, Shared, none)),
        ("list_quotas", case(OwnRows, Shared, none)),
        ("update_organization", case(OwnRows, Forbidden, |_| json!({ "name": "Renamed" }))),
        // The stranger's own organization has no provider when it is read; later the stranger sets and removes one.
        ("read_identity_provider", case(NotFound, Forbidden, none)),
        (
            "put_identity_provider",
            case(
                OwnRows,
                Forbidden,
                |_| json!({ "issuer": "https://1.1.1.1/", "client_id": "x", "client_secret": "y" }),
            ),
        ),
        ("delete_identity_provider", case(OwnRows, Forbidden, none)),
        ("list_email_domains", case(OwnRows, Forbidden, none)),
        (
            "add_email_domain",
            case(OwnRows, Forbidden, |_| json!({ "domain": "papaya.example", "recipient": "admin" })),
        ),
        ("remove_email_domain", case(NotFound, Forbidden, none)),
        ("verify_email_domain", case(Public, Public, none)),
        ("begin_single_sign_on", case(Public, Public, none)),
        ("complete_single_sign_on", case(Public, Public, none)),
        ("list_audit_log", case(OwnRows, Forbidden, none)),
        ("read_audit_entry", case(NotFound, Forbidden, none)),
        ("export_audit_log_csv", case(OwnRows, Forbidden, none)),
        ("export_me", case(OwnRows, OwnRows, none)),
        ("export_organization", case(OwnRows, Forbidden, none)),
        // The stranger requests it, then cancels.
        ("request_organization_deletion", case(OwnRows, Forbidden, none)),
        ("cancel_organization_deletion", case(OwnRows, Forbidden, none)),
        ("list_members", case(OwnRows, Shared, none)),
        (
            "create_invitation",
            case(OwnRows, Forbidden, |_| json!({ "email": "new@example.com", "role": "member" })),
        ),
        ("list_invitations", case(OwnRows, Forbidden, none)),
        ("read_invitation", case(NotFound, Forbidden, none)),
        ("resend_invitation", case(NotFound, Forbidden, none)),
        ("revoke_invitation", case(NotFound, Forbidden, none)),
        ("open_invitation", case(Public, Public, |_| json!({ "token": "x" }))),
        (
            "accept_invitation",
            case(Public, Public, |_| json!({ "token": "x", "name": "x", "password": tests::PASSWORD })),
        ),
        ("read_member", case(NotFound, Shared, none)),
        ("update_member", case(NotFound, Forbidden, |_| json!({ "role": "viewer" }))),
        ("remove_member", case(NotFound, Forbidden, none)),
        ("leave_organization", case(Conflict, OwnRows, none)),
        ("transfer_ownership", case(NotFound, Forbidden, |target| json!({ "user_id": target.user }))),
        ("start_session", case(OwnRows, OwnRows, |_| json!({}))),
        ("list_sessions", case(OwnRows, OwnRows, none)),
        ("read_session", case(NotFound, NotFound, none)),
        ("delete_session", case(NotFound, NotFound, none)),
        ("reopen_session", case(NotFound, Forbidden, none)),
        ("create_template", case(OwnRows, Forbidden, |_| json!({ "name": "x" }))),
        ("list_templates", case(OwnRows, Shared, none)),
        ("read_template", case(NotFound, Shared, none)),
        ("update_template", case(NotFound, Forbidden, |_| json!({ "name": "x" }))),
        ("delete_template", case(NotFound, Forbidden, none)),
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
        ("list_job_posts", case(OwnRows, Shared, none)),
        ("read_job_post", case(NotFound, Shared, none)),
        ("delete_job_post", case(NotFound, Forbidden, none)),
        // The stranger's own organization has no target when it is read; later the stranger sets and removes one.
        ("read_publication_target", case(NotFound, Forbidden, none)),
        ("put_publication_target", case(OwnRows, Forbidden, |_| publication_target("http://127.0.0.1:9"))),
        ("delete_publication_target", case(OwnRows, Forbidden, none)),
        ("list_publications", case(OwnRows, Shared, none)),
        ("read_publication", case(NotFound, Shared, none)),
        ("redeliver_publication", case(NotFound, Forbidden, none)),
        ("read_provenance", case(NotFound, NotFound, none)),
        ("check_session", case(NotFound, NotFound, none)),
        ("check_job_post", case(NotFound, Shared, none)),
        ("export_job_post", case(NotFound, Shared, none)),
        ("export_job_post_json_ld", case(NotFound, Shared, none)),
        ("export_job_post_markdown", case(NotFound, Shared, none)),
        ("export_job_post_html", case(NotFound, Shared, none)),
        ("export_job_post_text", case(NotFound, Shared, none)),
        ("list_webhook_endpoints", case(OwnRows, Forbidden, none)),
        ("create_webhook_endpoint", case(OwnRows, Forbidden, |_| json!({ "url": "https://127.0.0.1:1/" }))),
        ("read_webhook_endpoint", case(NotFound, Forbidden, none)),
        ("update_webhook_endpoint", case(NotFound, Forbidden, |_| json!({ "enabled": false }))),
        ("delete_webhook_endpoint", case(NotFound, Forbidden, none)),
        ("rotate_webhook_secret", case(NotFound, Forbidden, none)),
        ("test_webhook_endpoint", case(NotFound, Forbidden, none)),
        ("verify_webhook_endpoint", case(NotFound, Forbidden, none)),
        ("recover_webhooks", case(NotFound, Forbidden, |target| json!({ "since": target.since }))),
        ("list_webhook_deliveries", case(NotFound, Forbidden, none)),
        ("read_webhook_delivery", case(NotFound, Forbidden, none)),
        ("resend_webhook_delivery", case(NotFound, Forbidden, none)),
        (
            "create_job_post",
            case(OwnRows, OwnRows, |target| json!({ "message": "x", "session_id": target.session })),
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
