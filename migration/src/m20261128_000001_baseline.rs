//! The first step: all tables. A table's file has its indexes, policies, grants and defaults together.

use sea_orm_migration::prelude::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        crate::BASELINE
    }
}

/// In the order in which they depend on each other.
const TABLES: [&str; 48] = [
    include_str!("schema/roles.sql"),
    include_str!("schema/schema_version.sql"),
    include_str!("schema/clock_offset.sql"),
    // Columns default to it, and triggers call the others.
    include_str!("functions/app_clock.sql"),
    include_str!("functions/emit_job_post_webhook.sql"),
    include_str!("functions/emit_session_completed_webhook.sql"),
    include_str!("functions/emit_session_expired_webhook.sql"),
    include_str!("functions/emit_turn_webhook.sql"),
    include_str!("functions/cross_tenant/note_arrival.sql"),
    include_str!("functions/cross_tenant/note_departure.sql"),
    include_str!("functions/keep_audit_entry.sql"),
    include_str!("functions/record_change.sql"),
    include_str!("schema/organization.sql"),
    include_str!("schema/audit_entry.sql"),
    include_str!("schema/request_log_entry.sql"),
    include_str!("schema/organization_deletion.sql"),
    include_str!("schema/user_account.sql"),
    include_str!("schema/account_erasure.sql"),
    include_str!("schema/account_token.sql"),
    include_str!("schema/second_factor.sql"),
    include_str!("schema/recovery_code.sql"),
    include_str!("schema/membership.sql"),
    include_str!("schema/login.sql"),
    include_str!("schema/refresh_token.sql"),
    include_str!("schema/api_key.sql"),
    include_str!("schema/email.sql"),
    include_str!("schema/invitation.sql"),
    include_str!("schema/identity_provider.sql"),
    include_str!("schema/email_domain.sql"),
    include_str!("schema/verified_domain.sql"),
    include_str!("schema/external_identity.sql"),
    include_str!("schema/pending_sign_in.sql"),
    include_str!("schema/removed_member.sql"),
    include_str!("schema/session.sql"),
    include_str!("schema/turn.sql"),
    include_str!("schema/message.sql"),
    include_str!("schema/draft_change.sql"),
    include_str!("schema/job_post.sql"),
    include_str!("schema/job_post_template.sql"),
    include_str!("schema/event.sql"),
    include_str!("schema/idempotency_key.sql"),
    include_str!("schema/delivery.sql"),
    include_str!("schema/delivery_attempt.sql"),
    include_str!("schema/webhook_endpoint.sql"),
    include_str!("schema/webhook_event.sql"),
    include_str!("schema/publication_target.sql"),
    include_str!("schema/publication.sql"),
    include_str!("schema/apalis.sql"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(&TABLES.join("\n")).await?;
        Ok(())
    }
}
