//! What Rust declares of the database, for the tests that compare it with a migrated one.

use sea_orm::ActiveEnum;

use crate::changes::{CopyConversation, EditDraft, ListTurnsToFork, ReadLog};
use crate::credential::{BeginTenantTransaction, CredentialStatus};
use crate::cross_tenant::{
    CreateAccount, CreateOwner, FindAccount, FindRefreshToken, ListAccounts, ListMemberships,
    ReplacePasswordHash,
};
use crate::stored_function::{SqlType, StoredFunction as _};
use crate::{
    accounts, api_keys, audit, deliveries, emails, erasure, events, exports, idempotency, invitations,
    job_posts, operators, queue, quotas, retention, sealing, second_factors, sessions, single_sign_on, turns,
    webhooks,
};

pub use crate::stored_function::Signature;

/// Every stored function that Rust calls.
#[must_use]
pub fn stored_functions() -> Vec<Signature> {
    vec![
        BeginTenantTransaction::signature(),
        CopyConversation::signature(),
        CreateAccount::signature(),
        CreateOwner::signature(),
        EditDraft::signature(),
        FindAccount::signature(),
        FindRefreshToken::signature(),
        ListAccounts::signature(),
        ListMemberships::signature(),
        ListTurnsToFork::signature(),
        ReadLog::signature(),
        ReplacePasswordHash::signature(),
        accounts::ChangePassword::signature(),
        accounts::CompleteSignUp::signature(),
        accounts::ConfirmEmail::signature(),
        accounts::LockPassword::signature(),
        accounts::ReadAccount::signature(),
        accounts::ResetPassword::signature(),
        accounts::UpdateAccount::signature(),
        accounts::account_tokens::FindAccountToken::signature(),
        accounts::account_tokens::InsertAccountToken::signature(),
        accounts::account_tokens::UseAccountToken::signature(),
        accounts::browser::UseBrowserLogin::signature(),
        accounts::logins::EndLogin::signature(),
        accounts::logins::EndLogins::signature(),
        accounts::logins::ListLogins::signature(),
        accounts::moves::EndMovedLogin::signature(),
        accounts::moves::MoveLogin::signature(),
        audit::AppendAuditEntry::signature(),
        audit::RecordAccountEvent::signature(),
        api_keys::FindApiKey::signature(),
        api_keys::TouchApiKey::signature(),
        deliveries::ClaimDeliveries::signature(),
        deliveries::EnqueueDelivery::signature(),
        erasure::BeginOrganizationDeletion::signature(),
        erasure::CancelAccountErasure::signature(),
        erasure::DeleteRows::signature(),
        erasure::DeleteSessionsOf::signature(),
        erasure::EraseAccount::signature(),
        erasure::EraseTraces::signature(),
        erasure::FindAccountErasure::signature(),
        erasure::FinishOrganizationDeletion::signature(),
        erasure::ListDueAccounts::signature(),
        erasure::ListDueOrganizations::signature(),
        erasure::RequestAccountErasure::signature(),
        emails::ClaimEmails::signature(),
        emails::EnqueueEmail::signature(),
        emails::FindRecipient::signature(),
        emails::ListEmailPayloads::signature(),
        emails::RecordEmail::signature(),
        emails::ReplaceEmailPayload::signature(),
        events::AppendEvents::signature(),
        events::ReadEvents::signature(),
        exports::ExportAccount::signature(),
        idempotency::StoreResponse::signature(),
        invitations::FindInvitation::signature(),
        invitations::IsMember::signature(),
        job_posts::EraseJobPost::signature(),
        job_posts::FinalizeSession::signature(),
        operators::CreateOrganization::signature(),
        operators::SetQuota::signature(),
        operators::SuspendOrganization::signature(),
        operators::SummarizeOrganization::signature(),
        queue::EnqueueForTick::signature(),
        quotas::CountForkBytes::signature(),
        quotas::CountSessions::signature(),
        quotas::MeasureUsage::signature(),
        retention::SweepAccountTokens::signature(),
        retention::SweepDeliveries::signature(),
        retention::SweepEmails::signature(),
        retention::SweepLogins::signature(),
        retention::SweepSessions::signature(),
        retention::SweepTraces::signature(),
        sealing::ListOrganizationIds::signature(),
        second_factors::AcceptTimeStep::signature(),
        second_factors::ApplySecondFactorRule::signature(),
        second_factors::BeginCodeAttempt::signature(),
        second_factors::ConfirmSecondFactor::signature(),
        second_factors::FindSecondFactor::signature(),
        second_factors::ListSeeds::signature(),
        second_factors::RemoveSecondFactor::signature(),
        second_factors::ReplaceRecoveryCodes::signature(),
        second_factors::ReplaceSeed::signature(),
        second_factors::StoreSecondFactor::signature(),
        second_factors::UseRecoveryCode::signature(),
        sessions::NoteExpiries::signature(),
        sessions::ReadSession::signature(),
        sessions::ReadSessions::signature(),
        sessions::ReopenSession::signature(),
        single_sign_on::ClaimEmailDomain::signature(),
        single_sign_on::FindEmailDomain::signature(),
        single_sign_on::ReleaseEmailDomain::signature(),
        single_sign_on::RequiresSingleSignOn::signature(),
        turns::AcceptTurn::signature(),
        turns::AcceptTurns::signature(),
        turns::AppendTurnEvents::signature(),
        turns::AppendTurnTexts::signature(),
        turns::CancelTurns::signature(),
        turns::ClaimTurns::signature(),
        turns::CompleteTurn::signature(),
        turns::CompleteTurns::signature(),
        turns::FailTurn::signature(),
        turns::GiveBackTurn::signature(),
        turns::LoadTurn::signature(),
        turns::LoadTurns::signature(),
        turns::PromoteTurn::signature(),
        turns::ReadTurn::signature(),
        turns::ReadTurns::signature(),
        turns::ReconcileTurns::signature(),
        turns::RenewLeases::signature(),
        webhooks::EnqueueMissedEvents::signature(),
    ]
}

/// Name and labels of every enum that is one on both sides.
#[must_use]
pub fn enums() -> Vec<(&'static str, Vec<String>)> {
    vec![
        labels::<CredentialStatus>(),
        labels::<turns::AcceptOutcome>(),
        labels::<turns::Finish>(),
        labels::<turns::OnBusy>(),
    ]
}

fn labels<E: ActiveEnum<Value = String> + SqlType>() -> (&'static str, Vec<String>) {
    (E::NAME, E::values())
}
