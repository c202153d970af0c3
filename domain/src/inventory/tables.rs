//! All tables of the database, in the order in which an organization's rows are deleted: a table comes before those that
//! its foreign keys refer to.

use super::Table;

/// Messages have no author: they are those of their turn.
const MESSAGE_OF_TURN: &str = "exists (select from turn o where o.organization_id = t.organization_id
                                       and o.id = t.turn_id and o.user_id = $2)";

#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    Table::tenant("refresh_token", &["token_hash"])
        .plain(&["organization_id", "login_id", "created_at", "used_at", "voided_at"])
        .secret(&["token_hash", "successor_hash"]),
    Table::tenant("login", &["id"]).part("logins").deleted_with("t.user_id = $2")
        .plain(&["organization_id", "id", "user_id", "created_at", "expires_at", "revoked_at", "last_used_at",
                 "authenticated_at", "authenticated_by", "enrolment_required", "moved_to_organization_id",
                 "moved_to_login_id"])
        .personal(&["user_agent", "address"])
        .secret(&["browser_hash"])
        .internal(&["refreshes"]),
    Table::tenant("membership", &["user_id"]).part("members").deleted_with("t.user_id = $2")
        .plain(&["organization_id", "user_id", "role", "created_at"]),
    Table::tenant("invitation", &["id"]).part("invitations")
        .deleted_with("t.accepted_by = $2")
        .plain(&["organization_id", "id", "role", "language", "invited_by", "emails_sent", "created_at", "sent_at",
                 "expires_at", "accepted_at", "accepted_by", "revoked_at"])
        .personal(&["email"])
        .secret(&["token_hash"]),
    // The client's secret is sealed.
    Table::tenant("identity_provider", &["id"]).part("identity_provider")
        .plain(&["organization_id", "id", "issuer", "client_id", "redirect_uris", "just_in_time", "default_role",
                 "enforced", "created_at", "updated_at"])
        .secret(&["client_secret"]),
    Table::tenant("email_domain", &["id"]).part("email_domains")
        .plain(&["organization_id", "id", "domain", "recipient", "sent_at", "expires_at", "verified_at", "created_at"])
        .secret(&["token_hash"]),
    Table::tenant("external_identity", &["issuer", "subject"]).part("external_identities")
        .deleted_with("t.user_id = $2")
        .plain(&["organization_id", "issuer", "user_id", "created_at"])
        .personal(&["subject"]),
    // Sign-ins that are under way name nobody.
    Table::tenant("pending_sign_in", &["id"])
        .plain(&["organization_id", "id", "is_fresh", "created_at", "expires_at"])
        .secret(&["token_hash", "parameters"]),
    Table::tenant("removed_member", &["user_id"]).part("removed_members").deleted_with("t.user_id = $2")
        .plain(&["organization_id", "user_id", "removed_at"]),
    Table::tenant("delivery_attempt", &["delivery_id", "number"]).part("delivery_attempts")
        .plain(&["organization_id", "delivery_id", "number", "livemode", "started_at", "finished_at", "duration_ms",
                 "response_status"])
        .personal(&["url", "request_headers", "request_body", "response_headers", "response_body", "error"]),
    Table::tenant("delivery", &["id"]).part("deliveries")
        .plain(&["organization_id", "id", "livemode", "kind", "target_id", "subject_id", "status", "attempts",
                 "next_attempt_at", "created_at", "finished_at"])
        .internal(&["ordering_key", "epoch", "lease_until"]),
    Table::tenant("webhook_event", &["id"]).part("webhook_events")
        .plain(&["organization_id", "id", "livemode", "type", "data", "occurred_at"]),
    Table::tenant("webhook_endpoint", &["id"]).part("webhook_endpoints")
        .plain(&["organization_id", "id", "livemode", "event_types", "enabled", "disabled_reason", "disabled_at",
                 "failing_since", "unverified_since", "previous_secret_until", "version", "created_at", "updated_at"])
        .personal(&["url", "description"])
        .secret(&["secret", "previous_secret"]),
    Table::tenant("publication", &["id"]).part("publications")
        .plain(&["organization_id", "id", "livemode", "job_post_id", "session_id", "target_id", "status",
                 "replaces_decided_at", "stated_flags", "error_code", "created_at", "delivered_at"])
        .personal(&["external_id", "replaces", "error_detail"]),
    Table::tenant("publication_target", &["id"]).part("publication_targets")
        .plain(&["organization_id", "livemode", "id", "format", "previous_secret_until", "created_at", "updated_at"])
        .personal(&["url", "options"])
        .secret(&["bearer_token", "secret", "previous_secret"]),
    // Responses are copies of what the other parts have, kept for a day.
    Table::tenant("idempotency_key", &["livemode", "user_id", "operation", "key", "api_key_id"])
        .deleted_with("t.user_id = $2")
        .plain(&["organization_id", "livemode", "user_id", "operation", "api_key_id", "preference", "session_id",
                 "turn_id", "status", "created_at"])
        .personal(&["key", "headers", "body"])
        .internal(&["fingerprint"]),
    // The log that streams follow repeats messages, drafts and job posts.
    Table::tenant("event", &["session_id", "sequence"])
        .plain(&["organization_id", "session_id", "sequence", "livemode", "turn_id", "type", "created_at"])
        .personal(&["data"]),
    Table::tenant("draft_change", &["session_id", "version"]).part("changes").deleted_with("t.user_id = $2")
        .plain(&["organization_id", "session_id", "version", "livemode", "kind", "user_id", "api_key_id", "turn_id",
                 "restored_version", "created_at"])
        .personal(&["changes"])
        // The snapshot repeats what the changes up to it make.
        .internal(&["snapshot"]),
    Table::tenant("message", &["id"]).part("messages").deleted_with(MESSAGE_OF_TURN)
        .plain(&["organization_id", "id", "livemode", "session_id", "turn_id", "sequence", "role", "is_hidden",
                 "created_at"])
        .personal(&["text"]),
    Table::tenant("turn", &["id"]).part("turns").deleted_with("t.user_id = $2")
        .plain(&["organization_id", "id", "livemode", "session_id", "user_id", "api_key_id", "sequence", "status",
                 "retry_of", "error_code", "created_at", "started_at", "finished_at"])
        // The trace repeats messages and drafts.
        .internal(&["is_head", "epoch", "claims", "llm_calls", "run_after", "lease_until", "worker", "trace"]),
    Table::tenant("session", &["id"]).part("sessions").deleted_with("t.user_id = $2")
        .plain(&["organization_id", "id", "livemode", "user_id", "api_key_id", "version", "is_complete", "revision",
                 "message_count", "locale", "forked_from", "created_at", "updated_at", "expires_at"])
        .personal(&["company_name", "draft"])
        .internal(&["shown_hash", "next_sequence", "next_event", "stored_bytes", "fold_bytes", "copied_bytes",
                    "expiring_webhook_for", "expiry_noticed"]),
    Table::tenant("job_post", &["id"]).part("job_posts").kept_without("t.user_id = $2")
        .plain(&["organization_id", "id", "livemode", "session_id", "user_id", "api_key_id", "revision", "content_hash",
                 "version", "created_at"])
        .personal(&["company_name", "content"]),
    Table::tenant("job_post_template", &["id"]).part("templates")
        .plain(&["organization_id", "id", "livemode", "created_at", "updated_at"])
        .personal(&["name", "company_name", "content"]),
    Table::tenant("api_key", &["id"]).part("api_keys").kept_without("t.created_by = $2")
        .plain(&["organization_id", "id", "livemode", "scopes", "created_by", "created_at", "expires_at",
                 "last_used_at", "revoked_at", "revoke_reason"])
        .personal(&["name"])
        .secret(&["secret_hash"]),
    // Which requests failed, kept for a week; exports have what the others changed.
    Table::tenant("request_log_entry", &["request_id"]).deleted_with("t.user_id = $2")
        .plain(&["organization_id", "request_id", "livemode", "occurred_at", "method", "operation_id", "status", "code",
                 "user_id", "api_key_id"])
        .personal(&["path"]),
    // After the tables whose changes it records, and kept when an account is erased: addresses and agents are removed then.
    Table::tenant("audit_entry", &["id"]).part("audit_log").kept_without("t.actor_user_id = $2")
        .plain(&["organization_id", "id", "livemode", "occurred_at", "action", "actor_kind", "actor_user_id",
                 "actor_api_key_id", "request_id", "object_type", "object_id"])
        .personal(&["address", "user_agent", "caller_request_id", "before", "after", "details"]),
    Table::other("account_erasure", "The row goes with the account.")
        .internal(&["user_id", "organizations", "due_at", "requested_at", "revokes_keys"]),
    Table::other("verified_domain", "The row goes with the organization.").internal(&["domain", "verified_by"]),
    Table::other("organization", "Deleted as the last row of the organization.").part("organization")
        .plain(&["id", "session_lifetime_seconds", "session_retention_days", "created_at", "turns_at_once", "quotas", "suspended_at", "required_fields",
                 "blocking_rules", "writing", "ai_disclosure", "time_zone", "currency", "languages", "audit_retention_days", "second_factor_required"])
        .personal(&["name"]),
    Table::other("organization_deletion", "Stays, with numbers only.")
        .plain(&["id", "requested_at", "due_at"])
        .internal(&["started_at", "finished_at", "deleted_rows"]),
    Table::other("account_token", "Deleted with the account; valid for a day at most, then the sweep deletes it.")
        .plain(&["purpose", "user_id", "created_at", "expires_at"])
        .personal(&["email"])
        .secret(&["token_hash"]),
    Table::other("email", "The payload is deleted when the e-mail is sent or given up, the row by the sweep a week later.")
        .secret(&["payload"])
        .internal(&["id", "caused_by", "kind", "status", "attempts", "epoch", "next_attempt_at", "expires_at", "error",
                    "created_at", "finished_at", "counted_as", "to_account"]),
    Table::other("recovery_code", "Deleted with the account, or when its owner uses or replaces it.")
        .deleted_with("t.user_id = $2")
        .plain(&["user_id"])
        .secret(&["code_hash"]),
    Table::other("second_factor", "Deleted with the account, or when its owner removes it.")
        .deleted_with("t.user_id = $2")
        .plain(&["user_id", "created_at", "confirmed_at"])
        .secret(&["seed"])
        .internal(&["last_step", "attempts", "attempted_at"]),
    Table::other("user_account", "The row stays, because others name it, without name, e-mail address and password.")
        .part("account")
        .plain(&["id", "created_at", "language", "erased_at"])
        .personal(&["email", "name"])
        .secret(&["password_hash"]),
    Table::other("apalis.jobs", "A task carries ids. The sweep deletes it an hour after its end.")
        .internal(&["job", "id", "job_type", "status", "attempts", "max_attempts", "run_at", "last_result", "lock_at",
                    "lock_by", "done_at", "priority", "metadata", "idempotency_key"]),
    Table::other("apalis.workers", "Concerns nobody.")
        .internal(&["id", "worker_type", "storage_name", "layers", "last_seen", "started_at"]),
    Table::other("apalis._sqlx_migrations", "Concerns nobody.")
        .internal(&["version", "description", "installed_on", "success", "checksum", "execution_time"]),
    Table::other("clock_offset", "Concerns nobody.").internal(&["only_row", "ahead_by"]),
    Table::other("schema_version", "Concerns nobody.").internal(&["only_row", "newest_step", "functions_digest"]),
    Table::other("seaql_migrations", "Concerns nobody.").internal(&["version", "applied_at"]),
];
