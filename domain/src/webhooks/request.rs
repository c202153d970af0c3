//! The request of a webhook event, and the interpretation of the endpoint's response.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{SecondsFormat, TimeDelta};
use entity::id::{WebhookEndpointId, WebhookEventId};
use entity::webhook_endpoint::{self as endpoint, DisabledReason};
use entity::webhook_event as event;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};
use secrecy::ExposeSecret;
use serde_json::json;

use super::{VERIFICATION, secrets};
use crate::deliveries::{
    Claim, Deferral, HttpResponse, Outcome, Outgoing, Prepared, ResponseTimeout, RetryPolicy, Sent,
};
use crate::error::{Error, Result};
use crate::sealing::columns::{WEBHOOK_PREVIOUS_SECRET, WEBHOOK_SECRET};
use crate::tenant_tx::TenantTx;

/// The subject is a verification, and no other delivery of one is pending.
const IS_LAST_VERIFICATION: &str = "exists (
    select from webhook_event v
     where v.organization_id = webhook_endpoint.organization_id and v.id = $1 and v.type = 'webhook_endpoint.verification')
   and not exists (
    select from delivery d join webhook_event v on v.organization_id = d.organization_id and v.id = d.subject_id
     where d.organization_id = webhook_endpoint.organization_id and d.target_id = webhook_endpoint.id
       and d.id <> $2 and d.status = 'pending' and v.type = 'webhook_endpoint.verification')";

/// The signed request. There is none when the endpoint was deleted or is disabled, or the event was deleted; an endpoint that
/// is not verified gets verifications only.
pub(crate) async fn outgoing(tx: &TenantTx, claim: &Claim) -> Result<Prepared> {
    let target = tx.find::<endpoint::Entity>().filter(this(claim)).one().await?;
    let Some(target) = target.filter(|target| target.enabled) else {
        return Ok(Prepared::NotWanted);
    };
    let this = event::Column::Id.eq(WebhookEventId(claim.subject));
    let Some(event) = tx.find::<event::Entity>().filter(this).one().await? else {
        return Ok(Prepared::NotWanted);
    };
    let is_verification = event.kind == VERIFICATION;
    if target.unverified_since.is_some() && !is_verification {
        return Ok(Prepared::Deferred(Deferral::Unverified));
    }
    let challenge = is_verification.then(new_challenge).transpose()?;
    Ok(Prepared::Request(signed(tx, target, event, challenge)?))
}

/// Each attempt has a challenge of its own, which is stored nowhere before it is sent. So nobody can name an address that
/// returns it without having received it.
fn new_challenge() -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(secrets::new()?))
}

fn signed(
    tx: &TenantTx,
    target: endpoint::Model,
    event: event::Model,
    challenge: Option<String>,
) -> Result<Outgoing> {
    let mut data = event.data;
    if let (Some(members), Some(challenge)) = (data.as_object_mut(), &challenge) {
        members.insert("challenge".to_owned(), json!(challenge));
    }
    let occurred_at = event.occurred_at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let body = json!({ "type": event.kind, "timestamp": occurred_at, "data": data }).to_string();
    let row = target.id.0;
    let current = WEBHOOK_SECRET.open(tx, row, &target.secret)?;
    let is_still_valid = target.previous_secret_until.is_some_and(|until| until > tx.now());
    let previous = target.previous_secret.filter(|_| is_still_valid);
    let previous = previous.map(|sealed| WEBHOOK_PREVIOUS_SECRET.open(tx, row, &sealed)).transpose()?;
    let keys = [Some(&current), previous.as_ref()].into_iter().flatten().map(ExposeSecret::expose_secret);
    let mut headers = vec![("content-type", "application/json".to_owned())];
    headers.extend(secrets::headers(keys, &event.id.to_string(), tx.real_time().timestamp(), &body));
    Ok(Outgoing {
        url: target.url,
        headers,
        secret_headers: &[],
        body,
        timeout: ResponseTimeout::Short,
        success: Outgoing::ANY_SUCCESS,
        challenge,
    })
}

/// Interprets the response and updates the endpoint.
///
/// 2xx delivers; 410 fails the delivery and disables the endpoint; everything else is retried, redirects included. A response
/// to a verification must also return the challenge; it verifies the endpoint. The endpoint is also disabled when a delivery
/// has used all attempts and none has succeeded for `give_up_after`, or when a verification has used all of its own. A
/// response from a URL that the endpoint no longer has does not affect the endpoint.
pub(crate) async fn interpret_response(
    tx: &TenantTx,
    claim: &Claim,
    outgoing: &Outgoing,
    sent: &Sent,
    retry: &RetryPolicy,
) -> Result<Outcome> {
    let answered = |response: &HttpResponse| {
        outgoing.is_success(response.status) && outgoing.is_challenge_answered(response)
    };
    if sent.result.as_ref().is_ok_and(answered) {
        let recovered = [(endpoint::Column::FailingSince, Expr::cust("null"))];
        let was_failing = endpoint::Column::FailingSince.is_not_null();
        change(tx, claim, was_failing.and(endpoint::Column::Url.eq(&*outgoing.url)), recovered).await?;
        let is_verified = outgoing.challenge.is_some() && note_verified(tx, claim, outgoing).await?;
        return Ok(if is_verified { Outcome::Verified } else { Outcome::Delivered });
    }
    let target = tx.find::<endpoint::Entity>().filter(this(claim)).locked().one().await?;
    let Some(target) = target.filter(|target| target.url == outgoing.url) else {
        return Ok(Outcome::Retry);
    };
    if sent.status() == Some(410) {
        disable(tx, claim, DisabledReason::Gone, enabled()).await?;
        return Ok(Outcome::Failed);
    }
    let timeout = TimeDelta::from_std(retry.give_up_after).map_err(Error::internal)?;
    match target.failing_since {
        _ if outgoing.challenge.is_some() && retry.next.is_none() => give_up_verification(tx, claim).await?,
        None => {
            let since = [(endpoint::Column::FailingSince, Expr::value(tx.now()))];
            change(tx, claim, endpoint::Column::FailingSince.is_null(), since).await?;
        }
        Some(since) if retry.next.is_none() && since + timeout <= tx.now() => {
            disable(tx, claim, DisabledReason::Failing, enabled()).await?;
        }
        Some(_) => {}
    }
    Ok(Outcome::Retry)
}

/// Whether the target of a claimed delivery is verified. Until the transaction ends, nothing verifies it.
pub(crate) async fn is_verified(tx: &TenantTx, claim: &Claim) -> Result<bool> {
    let target = tx.find::<endpoint::Entity>().filter(this(claim)).locked().one().await?;
    Ok(target.is_some_and(|target| target.unverified_since.is_none()))
}

/// Disables the endpoint of a verification that has failed for good, unless another one is pending. So an enabled endpoint
/// that is not verified always waits for a verification. Does nothing for another event.
pub(crate) async fn give_up_verification(tx: &TenantTx, claim: &Claim) -> Result<()> {
    // This locks the endpoint, so of two that fail at the same time the later one sees the earlier one's end.
    if is_verified(tx, claim).await? {
        return Ok(());
    }
    let is_last = Expr::cust_with_values(IS_LAST_VERIFICATION, [claim.subject, claim.delivery.0]);
    disable(tx, claim, DisabledReason::Failing, enabled().and(is_last)).await
}

/// Whether this response has verified the endpoint.
async fn note_verified(tx: &TenantTx, claim: &Claim, outgoing: &Outgoing) -> Result<bool> {
    let verified = [
        (endpoint::Column::UnverifiedSince, Expr::cust("null")),
        (endpoint::Column::UpdatedAt, Expr::value(tx.now())),
        (endpoint::Column::Version, Expr::cust("version + 1")),
    ];
    let was_unverified = endpoint::Column::UnverifiedSince.is_not_null();
    let still = was_unverified.and(endpoint::Column::Url.eq(&*outgoing.url));
    Ok(change(tx, claim, still, verified).await? > 0)
}

fn enabled() -> SimpleExpr {
    endpoint::Column::Enabled.eq(true)
}

async fn disable(tx: &TenantTx, claim: &Claim, reason: DisabledReason, still: SimpleExpr) -> Result<()> {
    let off = [
        (endpoint::Column::Enabled, Expr::value(false)),
        (endpoint::Column::DisabledReason, Expr::value(reason)),
        (endpoint::Column::DisabledAt, Expr::value(tx.now())),
        (endpoint::Column::UpdatedAt, Expr::value(tx.now())),
        (endpoint::Column::Version, Expr::cust("version + 1")),
    ];
    if change(tx, claim, still, off).await? > 0 {
        tracing::warn!(endpoint = %claim.target, ?reason, "a webhook endpoint is disabled");
    }
    Ok(())
}

async fn change<const N: usize>(
    tx: &TenantTx,
    claim: &Claim,
    still: SimpleExpr,
    set: [(endpoint::Column, SimpleExpr); N],
) -> Result<u64> {
    tx.update::<endpoint::Entity>(this(claim).add(still), set).await
}

fn this(claim: &Claim) -> Condition {
    Condition::all().add(endpoint::Column::Id.eq(WebhookEndpointId(claim.target)))
}
