//! One delivery, from its claim to what became of it. No transaction is open while it is sent.

use std::time::Duration;

use domain::deliveries::{
    self, Claim, Deferral, HttpResponse, Outgoing, Recorded, ResponseTimeout, RetryPolicy, Sent,
};
use outbound::{Fault, Outbound, Request};
use tokio::time::Instant;

use super::retry_until::persist;
use crate::Context;

/// How long until somebody may claim what could not be sent because the database was away.
const AWAY: Duration = Duration::from_secs(2);

/// Sends what was claimed, not before `claimed`. Whatever goes wrong here, it is sent again after the lease and the usual delay.
pub async fn deliver(context: &Context, outbound: &Outbound, claim: &Claim, claimed: Instant) {
    let delivery = claim.delivery_id();
    match attempt(context, outbound, claim, claimed).await {
        Some(Ok(Some(recorded))) => {
            tracing::info!(%delivery, ?recorded, attempt = claim.attempts(), "tried to deliver");
        }
        Some(Ok(None)) => tracing::info!(%delivery, "nothing to deliver any more"),
        Some(Err(error)) => tracing::warn!(%delivery, %error, "it is sent again after its lease"),
        None => tracing::warn!(%delivery, "the database was away; it is sent again after its lease"),
    }
}

/// None when the database was away until the end of the lease.
async fn attempt(
    context: &Context,
    outbound: &Outbound,
    claim: &Claim,
    claimed: Instant,
) -> Option<domain::Result<Option<Recorded>>> {
    let Context { db, settings, .. } = context;
    let lease_until = claimed + settings.delivery_lease();
    if claim.attempts() > settings.deliveries.tries() {
        let record = || deliveries::defer(db, claim, Deferral::AttemptsExhausted, None);
        return recorded(persist(lease_until, record).await);
    }
    let ready_until = claimed + settings.delivery_ready();
    let outgoing = match persist(ready_until, || deliveries::prepare(db, claim)).await {
        Some(Ok(Some(outgoing))) if Instant::now() <= ready_until => outgoing,
        Some(Ok(None)) => return Some(Ok(None)),
        Some(Err(error)) => {
            tracing::warn!(delivery = %claim.delivery_id(), %error, "a delivery could not be made ready");
            let next = settings.deliveries.next(claim.attempts(), None);
            let record = || deliveries::defer(db, claim, Deferral::PreparationFailed, next);
            return recorded(persist(lease_until, record).await);
        }
        Some(Ok(Some(_))) | None => {
            tracing::warn!(delivery = %claim.delivery_id(), "a delivery was not ready in time; giving it back");
            return recorded(persist(lease_until, || deliveries::give_back(db, claim, AWAY)).await);
        }
    };
    let begun = Instant::now();
    let answered = outbound.post(request(context, &outgoing)).await;
    let retry = RetryPolicy {
        next: settings.deliveries.next(claim.attempts(), answered.as_ref().ok()),
        give_up_after: settings.deliveries.give_up_after,
    };
    let sent = Sent { milliseconds: begun.elapsed().as_millis(), result: readable(answered) };
    // What came back is not to be asked for twice if that can be helped.
    let record = || deliveries::record(db, claim, &outgoing, &sent, &retry);
    recorded(persist(lease_until, record).await)
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

fn readable(answered: Result<outbound::Answer, Fault>) -> Result<HttpResponse, String> {
    let answer = answered.map_err(|fault| fault.to_string())?;
    Ok(HttpResponse { status: answer.status, headers: answer.headers, body: answer.body })
}
