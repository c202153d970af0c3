//! The stored functions: one file each. All are applied again after every migration, so a file is the live version.

/// What is executed, in this order: in a transaction, as callers must not find some of them missing.
pub(crate) const FUNCTIONS: &[&str] = &[
    include_str!("drop.sql"),
    include_str!("accept_turn.sql"),
    include_str!("complete_turn.sql"),
    include_str!("advance_session.sql"),
    include_str!("app_clock.sql"),
    include_str!("app_clock_now.sql"),
    include_str!("append_audit_entry.sql"),
    include_str!("append_events.sql"),
    include_str!("append_turn_events.sql"),
    include_str!("audited_values.sql"),
    include_str!("begin_tenant_transaction.sql"),
    include_str!("cancel_turns.sql"),
    include_str!("copy_conversation.sql"),
    include_str!("delete_sessions_of.sql"),
    include_str!("edit_draft.sql"),
    include_str!("emit_job_post_webhook.sql"),
    include_str!("emit_session_completed_webhook.sql"),
    include_str!("emit_session_expired_webhook.sql"),
    include_str!("emit_turn_webhook.sql"),
    include_str!("emit_webhook_event.sql"),
    include_str!("enqueue_delivery.sql"),
    include_str!("enqueue_email.sql"),
    include_str!("enqueue_for_tick.sql"),
    include_str!("enqueue_missed_events.sql"),
    include_str!("enqueue_publication.sql"),
    include_str!("enqueue_wake_up.sql"),
    include_str!("fail_turn.sql"),
    include_str!("finalize_session.sql"),
    include_str!("find_idempotency_key.sql"),
    include_str!("find_invitation.sql"),
    include_str!("first_id_at.sql"),
    include_str!("give_back_turn.sql"),
    include_str!("holds_claim.sql"),
    include_str!("insert_audit_entry.sql"),
    include_str!("insert_events.sql"),
    include_str!("insert_task.sql"),
    include_str!("keep_audit_entry.sql"),
    include_str!("load_turn.sql"),
    include_str!("name_audit_action.sql"),
    include_str!("new_id.sql"),
    include_str!("next_revision.sql"),
    include_str!("promote_turn.sql"),
    include_str!("publish_post.sql"),
    include_str!("read_events.sql"),
    include_str!("read_session.sql"),
    include_str!("read_turn.sql"),
    include_str!("record_change.sql"),
    include_str!("store_response.sql"),
    include_str!("cross_tenant/accept_time_step.sql"),
    include_str!("cross_tenant/begin_code_attempt.sql"),
    include_str!("cross_tenant/begin_organization_deletion.sql"),
    include_str!("cross_tenant/cancel_account_erasure.sql"),
    include_str!("cross_tenant/change_password.sql"),
    include_str!("cross_tenant/claim_deliveries.sql"),
    include_str!("cross_tenant/claim_emails.sql"),
    include_str!("cross_tenant/claim_turns.sql"),
    include_str!("cross_tenant/complete_sign_up.sql"),
    include_str!("cross_tenant/confirm_email.sql"),
    include_str!("cross_tenant/create_account.sql"),
    include_str!("cross_tenant/confirm_second_factor.sql"),
    include_str!("cross_tenant/create_owner.sql"),
    include_str!("cross_tenant/delete_rows.sql"),
    include_str!("cross_tenant/emit_expiry_webhooks.sql"),
    include_str!("cross_tenant/erase_account.sql"),
    include_str!("cross_tenant/end_login.sql"),
    include_str!("cross_tenant/end_logins.sql"),
    include_str!("cross_tenant/erase_job_post.sql"),
    include_str!("cross_tenant/erase_traces.sql"),
    include_str!("cross_tenant/export_account.sql"),
    include_str!("cross_tenant/find_account.sql"),
    include_str!("cross_tenant/find_account_erasure.sql"),
    include_str!("cross_tenant/find_account_token.sql"),
    include_str!("cross_tenant/find_api_key.sql"),
    include_str!("cross_tenant/find_recipient.sql"),
    include_str!("cross_tenant/find_refresh_token.sql"),
    include_str!("cross_tenant/find_second_factor.sql"),
    include_str!("cross_tenant/finish_organization_deletion.sql"),
    include_str!("cross_tenant/insert_account_token.sql"),
    include_str!("cross_tenant/insert_email.sql"),
    include_str!("cross_tenant/is_member.sql"),
    include_str!("cross_tenant/list_accounts.sql"),
    include_str!("cross_tenant/list_due_accounts.sql"),
    include_str!("cross_tenant/list_due_organizations.sql"),
    include_str!("cross_tenant/list_email_payloads.sql"),
    include_str!("cross_tenant/list_memberships.sql"),
    include_str!("cross_tenant/list_organization_ids.sql"),
    include_str!("cross_tenant/note_arrival.sql"),
    include_str!("cross_tenant/note_departure.sql"),
    include_str!("cross_tenant/list_logins.sql"),
    include_str!("cross_tenant/list_seeds.sql"),
    include_str!("cross_tenant/lock_password.sql"),
    include_str!("cross_tenant/read_account.sql"),
    include_str!("cross_tenant/reconcile_turns.sql"),
    include_str!("cross_tenant/record_account_event.sql"),
    include_str!("cross_tenant/record_email.sql"),
    include_str!("cross_tenant/remove_second_factor.sql"),
    include_str!("cross_tenant/renew_leases.sql"),
    include_str!("cross_tenant/replace_email_payload.sql"),
    include_str!("cross_tenant/replace_password_hash.sql"),
    include_str!("cross_tenant/request_account_erasure.sql"),
    include_str!("cross_tenant/replace_recovery_codes.sql"),
    include_str!("cross_tenant/replace_seed.sql"),
    include_str!("cross_tenant/reset_password.sql"),
    include_str!("cross_tenant/store_second_factor.sql"),
    include_str!("cross_tenant/sweep_account_tokens.sql"),
    include_str!("cross_tenant/sweep_deliveries.sql"),
    include_str!("cross_tenant/sweep_emails.sql"),
    include_str!("cross_tenant/sweep_logins.sql"),
    include_str!("cross_tenant/sweep_sessions.sql"),
    include_str!("cross_tenant/sweep_traces.sql"),
    include_str!("cross_tenant/touch_api_key.sql"),
    include_str!("cross_tenant/update_account.sql"),
    include_str!("cross_tenant/use_recovery_code.sql"),
    include_str!("cross_tenant/void_password_resets.sql"),
    include_str!("rights.sql"),
];

/// A digest (FNV-1a) of the text of all functions: two builds with the same digest have the same functions.
pub(crate) fn digest() -> String {
    let bytes = FUNCTIONS.iter().flat_map(|function| function.bytes());
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_file_of_the_folder_is_applied() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/functions");
        let entries =
            std::fs::read_dir(folder).into_iter().chain(std::fs::read_dir(format!("{folder}/cross_tenant")));
        let files = entries
            .flatten()
            .flatten()
            .filter(|entry| entry.path().extension().is_some_and(|end| end == "sql"));
        assert_eq!(files.count(), super::FUNCTIONS.len());
    }
}
