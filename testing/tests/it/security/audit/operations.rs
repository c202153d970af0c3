//! Every operation that writes leaves an entry of the audit log, or is exempt for a reason.
//!
//! A new operation fails the first test until it has a line in [`AUDITED`] or in [`EXEMPT`].

use serde_json::{Value, json};
use tests::{App, Reply, wait_until, with_app};

use super::stage::As::{self, Anonymous, Cautious, Client, Leaver, Owner, Stranger};
use super::stage::Stage;
use super::{actions, entries_of};
use crate::security::scopes::all_operations;

/// Operations with the action that each records, in the order in which the test performs them: what ends or deletes comes
/// last. `stage.rs` has the bodies and the ids that they need.
const AUDITED: [(&str, As, &str); 61] = [
    ("complete_sign_up", Anonymous, "organization.created"),
    ("sign_in", Anonymous, "login.began"),
    ("reauthenticate_login", Owner, "login.reauthenticated"),
    ("sign_in_browser", Anonymous, "login.began"),
    ("reauthenticate_browser", Owner, "login.reauthenticated"),
    ("issue_token", Client, "api_key.token_issued"),
    ("create_api_key", Owner, "api_key.created"),
    ("update_api_key", Owner, "api_key.updated"),
    ("update_organization", Owner, "organization.updated"),
    ("put_identity_provider", Owner, "identity_provider.created"),
    ("add_email_domain", Owner, "email_domain.created"),
    ("verify_email_domain", Stranger, "email_domain.verified"),
    ("complete_single_sign_on", Anonymous, "login.began"),
    ("complete_browser_single_sign_on", Anonymous, "login.began"),
    ("open_sign_in_link", Anonymous, "login.began"),
    ("remove_email_domain", Owner, "email_domain.deleted"),
    ("delete_identity_provider", Owner, "identity_provider.deleted"),
    ("update_me", Owner, "account.updated"),
    ("create_invitation", Owner, "invitation.created"),
    ("resend_invitation", Owner, "invitation.resent"),
    ("revoke_invitation", Owner, "invitation.revoked"),
    ("accept_invitation", Anonymous, "invitation.accepted"),
    ("confirm_totp", Cautious, "account.second_factor_added"),
    ("renew_recovery_codes", Cautious, "account.recovery_codes_replaced"),
    ("remove_totp", Cautious, "account.second_factor_removed"),
    ("update_member", Owner, "member.role_changed"),
    ("redeliver_publication", Owner, "publication.redelivered"),
    ("put_publication_target", Owner, "publication_target.updated"),
    ("create_webhook_endpoint", Owner, "webhook_endpoint.created"),
    ("update_webhook_endpoint", Owner, "webhook_endpoint.updated"),
    ("rotate_webhook_secret", Owner, "webhook_endpoint.secret_rotated"),
    ("test_webhook_endpoint", Owner, "webhook_endpoint.tested"),
    ("verify_webhook_endpoint", Owner, "webhook_endpoint.verification_requested"),
    ("recover_webhooks", Owner, "webhook_endpoint.recovered"),
    ("resend_webhook_delivery", Owner, "webhook_delivery.resent"),
    ("export_audit_log_csv", Owner, "audit_log.exported"),
    ("create_template", Owner, "template.created"),
    ("update_template", Owner, "template.updated"),
    ("delete_template", Owner, "template.deleted"),
    ("delete_job_post", Owner, "job_post.deleted"),
    ("reopen_session", Owner, "session.reopened"),
    ("delete_session", Owner, "session.deleted"),
    ("delete_job_post_session", Owner, "session.deleted"),
    ("delete_webhook_endpoint", Owner, "webhook_endpoint.deleted"),
    ("delete_publication_target", Owner, "publication_target.deleted"),
    ("revoke_api_key", Owner, "api_key.revoked"),
    ("remove_member", Owner, "member.removed"),
    ("leave_organization", Leaver, "member.removed"),
    ("end_login", Owner, "login.ended"),
    ("end_all_logins", Owner, "login.ended"),
    ("sign_out", Owner, "login.ended"),
    ("sign_out_browser", Owner, "login.ended"),
    ("request_password_reset", Stranger, "account.password_reset_requested"),
    ("reset_password", Anonymous, "account.password_reset"),
    ("change_password", Owner, "account.password_changed"),
    ("request_organization_deletion", Owner, "organization_deletion.requested"),
    ("cancel_organization_deletion", Owner, "organization_deletion.cancelled"),
    ("transfer_ownership", Owner, "member.role_changed"),
    ("request_email_change", Owner, "account.email_change_requested"),
    ("confirm_email", Anonymous, "account.email_changed"),
    ("delete_me", Cautious, "account.deletion_requested"),
];

const SESSION_LOG: &str = "the session's own log names the author of every turn and change";

/// Operations that write and leave no entry, each with the reason.
const EXEMPT: [(&str, &str); 17] = [
    ("sign_up", "sends a link; nothing exists before complete_sign_up"),
    ("open_invitation", "reads the invitation of a link"),
    ("begin_single_sign_on", "nobody is known before complete_single_sign_on"),
    ("enrol_totp", "nothing is asked for before confirm_totp"),
    (
        "refresh_tokens",
        "continues a login whose begin and end are recorded; a reused token is recorded as well",
    ),
    ("switch_browser_organization", "continues a login whose begin and end are recorded"),
    ("start_session", SESSION_LOG),
    ("edit_job_data", SESSION_LOG),
    ("undo_change", SESSION_LOG),
    ("restore_session", SESSION_LOG),
    ("fork_session", SESSION_LOG),
    ("start_turn", SESSION_LOG),
    ("cancel_turn", SESSION_LOG),
    ("retry_turn", SESSION_LOG),
    ("finalize_session", SESSION_LOG),
    ("create_job_post", SESSION_LOG),
    ("continue_job_post", SESSION_LOG),
];

#[test]
fn every_operation_that_writes_is_audited_or_exempt() {
    for operation in all_operations().iter().filter(|operation| operation.method != reqwest::Method::GET) {
        let id = operation.id.as_str();
        let is_audited = AUDITED.iter().any(|(audited, ..)| *audited == id);
        let is_exempt = EXEMPT.iter().any(|(exempt, _)| *exempt == id);
        assert!(
            is_audited != is_exempt,
            "{id} writes: is it audited ({is_audited}) or exempt ({is_exempt})? To audit it, give the table that it changes \
             the trigger record_change (see migration/src/schema/membership.sql), or append an event with \
             domain::audit::record in its transaction. Then add (\"{id}\", Owner, \"object.verb\") to AUDITED in \
             testing/tests/it/security/audit/operations.rs, and the action to AuditAction in api/src/types/words.rs and to \
             docs/audit.md. Or else add (\"{id}\", \"the reason\") to EXEMPT."
        );
    }
}

#[test]
fn every_listed_operation_exists() {
    let operations = all_operations();
    let listed = AUDITED.iter().map(|(id, ..)| *id).chain(EXEMPT.iter().map(|(id, _)| *id));
    for id in listed {
        let exists = operations.iter().any(|operation| operation.id == id);
        assert!(exists, "{id} is no operation: remove it from AUDITED or EXEMPT");
    }
}

#[tokio::test]
async fn every_audited_operation_leaves_an_entry_with_actor_and_effect() {
    with_app(async |app| {
        let mut stage = Stage::set(app).await;
        let operations = all_operations();
        for (id, by, action) in AUDITED {
            let operation = operations.iter().find(|operation| operation.id == id).unwrap();
            let reply = stage.perform(app, operation, by).await;
            assert!(
                (200..300).contains(&reply.status),
                "{id} has to succeed: give it a body or an id in testing/tests/it/security/audit/stage.rs: {reply:?}"
            );
            check(app, &stage, (id, by, action), &reply).await;
        }
    })
    .await;
}

async fn check(app: &App, stage: &Stage, (id, by, action): (&str, As, &str), reply: &Reply) {
    let mut entries = Vec::new();
    // Those of strangers are written after the response.
    let found = async |entries: &mut Vec<Value>| {
        *entries = entries_of(app, reply).await;
        entries.iter().any(|entry| entry["action"] == action)
    };
    if by == Stranger {
        wait_until(&format!("{id} leaves {action}"), async || found(&mut entries).await).await;
    }
    let has_entry = found(&mut entries).await;
    assert!(
        has_entry,
        "{id} left no entry {action}, but {:?}. Does its transaction begin with Db::begin, in the request's own task?",
        actions(&entries)
    );
    let entry = entries.into_iter().find(|entry| entry["action"] == action).unwrap();
    let nobody = Value::Null;
    let (kind, user, key) = match by {
        Owner | Anonymous => ("person", json!(stage.owner_id()), nobody),
        Leaver => ("person", json!(stage.leaver_id()), nobody),
        Cautious => ("person", json!(stage.cautious_id()), nobody),
        Client => ("api_key", nobody, json!(stage.key_id())),
        Stranger => ("anonymous", nobody.clone(), nobody),
    };
    assert_eq!((&entry["actor_kind"], &entry["actor_api_key_id"]), (&json!(kind), &key), "{id}: {entry}");
    // These two have a person of their own.
    if !["complete_sign_up", "accept_invitation"].contains(&id) {
        assert_eq!(entry["actor_user_id"], user, "{id}: {entry}");
    }
    // The erasure of an account removes the address from the log.
    let address = if id == "delete_me" { Value::Null } else { json!("127.0.0.1") };
    assert_eq!(entry["address"], address, "{id}: {entry}");
    let effect = [&entry["object_id"], &entry["before"], &entry["after"], &entry["details"]];
    assert!(effect.iter().any(|part| !part.is_null()), "{id} says nothing of its effect: {entry}");
}
