//! One delivery, from its claim to its recorded result. No transaction is open while the request is under way.

use std::time::Duration;

use domain::deliveries::{
    self, Claim, Deferral, HttpResponse, Outgoing, Prepared, Recorded, ResponseTimeout, RetryPolicy, Sent,
};
use outbound::{Outbound, Request, SendError};
use tokio::time::Instant;

use super::retry_until::retry_until;
use crate::Context;

/// The delay after which another claim may send what could not be prepared while the database was away.
const GIVE_BACK_DELAY: Duration = Duration::from_secs(2);

/// Sends a claimed delivery and records the result. What cannot be recorded is sent again after the lease and the usual
/// delay.
pub async fn deliver(context: &Context, outbound: &Outbound, claim: &Claim, claimed_at: Instant) {
    let delivery = claim.delivery_id();
    match attempt(context, outbound, claim, claimed_at).await {
        Some(Ok(Some(recorded))) => {
            tracing::info!(%delivery, ?recorded, attempt = claim.attempts(), "delivery attempted");
        }
        Some(Ok(None)) => tracing::info!(%delivery, "nothing left to deliver"),
        Some(Err(error)) => tracing::warn!(%delivery, %error, "delivery is sent again after its lease"),
        None => tracing::warn!(%delivery, "database is away; delivery is sent again after its lease"),
    }
}

/// `None` when the database was away until the end of the lease.
async fn attempt(
    context: &Context,
    outbound: &Outbound,
    claim: &Claim,
    claimed_at: Instant,
) -> Option<domain::Result<Option<Recorded>>> {
    let Context { db, settings, .. } = context;
    let lease_until = claimed_at + settings.delivery_lease();
    if claim.attempts() > settings.deliveries.attempts() {
        return defer(context, claim, Deferral::AttemptsExhausted, lease_until).await;
    }
    let ready_until = claimed_at + settings.delivery_ready();
    let outgoing = match retry_until(ready_until, || deliveries::prepare(db, claim)).await {
        Some(Ok(Prepared::Request(outgoing))) if Instant::now() <= ready_until => outgoing,
        Some(Ok(Prepared::NotWanted)) => return Some(Ok(None)),
        Some(Ok(Prepared::Deferred(why))) => return defer(context, claim, why, lease_until).await,
        Some(Err(error)) => {
            tracing::warn!(delivery = %claim.delivery_id(), %error, "delivery could not be prepared");
            return defer(context, claim, Deferral::PreparationFailed, lease_until).await;
        }
        Some(Ok(Prepared::Request(_))) | None => {
            tracing::warn!(delivery = %claim.delivery_id(), "delivery was not prepared in time; giving it back");
            let give_back = || deliveries::give_back(db, claim, GIVE_BACK_DELAY);
            return recorded(retry_until(lease_until, give_back).await);
        }
    };
    let begun = Instant::now();
    let response = outbound.post(request(context, &outgoing)).await;
    let retry = RetryPolicy {
        next: settings.deliveries.next(claim.attempts(), response.as_ref().ok()),
        give_up_after: settings.deliveries.give_up_after,
    };
    let sent = Sent { milliseconds: begun.elapsed().as_millis(), result: readable(response) };
    // The receiver has acted already: losing the result would send the request a second time.
    let record = || deliveries::record(db, claim, &outgoing, &sent, &retry);
    recorded(retry_until(lease_until, record).await)
}

/// Records why nothing is sent. The next attempt follows after the usual delay; after the last one, the delivery fails.
async fn defer(
    context: &Context,
    claim: &Claim,
    why: Deferral,
    lease_until: Instant,
) -> Option<domain::Result<Option<Recorded>>> {
    let next = context.settings.deliveries.next(claim.attempts(), None);
    recorded(retry_until(lease_until, || deliveries::defer(&context.db, claim, why, next)).await)
}

fn recorded(ended: Option<domain::Result<Recorded>>) -> Option<domain::Result<Option<Recorded>>> {
    ended.map(|recorded| recorded.map(Some))
}

fn request(context: &Context, outgoing: &Outgoing) -> Request {
    let headers = outgoing.headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    let timeout = match outgoing.timeout {
        ResponseTimeout::Short => context.settings.deliveries.timeout,
        ResponseTimeout::Long => context.settings.deliveries.long_timeout,
    };
    Request { url: outgoing.url.clone(), headers: headers.collect(), body: outgoing.body.clone(), timeout }
}

fn readable(response: Result<outbound::Response, SendError>) -> Result<HttpResponse, String> {
    let response = response.map_err(|error| error.to_string())?;
    let outbound::Response { status, headers, body, retry_after } = response;
    Ok(HttpResponse { status, headers, body, retry_after })
}
