//! One delivery, from its claim to what became of it. No transaction is open while it is sent.

use std::time::{Duration, Instant};

use domain::deliveries::{self, Afterwards, Answer, Claim, Outgoing, Patience, Recorded, Sent};
use outbound::{Fault, Outbound, Request};

use crate::Context;

/// The first pause before what came back is written down once more, while the database is away; doubles with each.
const PAUSE: Duration = Duration::from_millis(200);

/// As often as the schedule has tries somebody claimed it, and nothing was heard of the last of them.
const WORN_OUT: &str = "not sent: all tries are used up";
const NOT_READY: &str = "not sent: it could not be made ready, which is our fault and not the receiver's";

/// Sends what was claimed. Whatever goes wrong here, it is sent again after the lease and the usual delay.
pub async fn deliver(context: &Context, outbound: &Outbound, claim: &Claim) {
    let delivery = claim.delivery_id();
    match attempt(context, outbound, claim).await {
        Ok(Some(recorded)) => {
            tracing::info!(%delivery, ?recorded, attempt = claim.attempts(), "tried to deliver");
        }
        Ok(None) => tracing::info!(%delivery, "nothing to deliver any more"),
        Err(error) => tracing::warn!(%delivery, %error, "it is sent again after its lease"),
    }
}

async fn attempt(context: &Context, outbound: &Outbound, claim: &Claim) -> domain::Result<Option<Recorded>> {
    let Context { db, settings, .. } = context;
    if claim.attempts() > settings.deliveries.tries() {
        return deliveries::put_off(db, claim, WORN_OUT, None).await.map(Some);
    }
    let outgoing = match deliveries::prepare(db, claim).await {
        Ok(Some(outgoing)) => outgoing,
        Ok(None) => return Ok(None),
        Err(error) => {
            tracing::warn!(delivery = %claim.delivery_id(), %error, "a delivery could not be made ready");
            let next = settings.deliveries.next(claim.attempts(), None);
            return deliveries::put_off(db, claim, NOT_READY, next).await.map(Some);
        }
    };
    let begun = Instant::now();
    let answered = outbound.post(request(context, &outgoing)).await;
    let afterwards = Afterwards {
        next: settings.deliveries.next(claim.attempts(), answered.as_ref().ok()),
        give_up_after: settings.deliveries.give_up_after,
    };
    let sent = Sent { milliseconds: begun.elapsed().as_millis(), result: readable(answered) };
    record(context, claim, &outgoing, &sent, &afterwards).await.map(Some)
}

fn request(context: &Context, outgoing: &Outgoing) -> Request {
    let headers = outgoing.headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    let timeout = match outgoing.patience {
        Patience::Short => context.settings.deliveries.timeout,
        Patience::Long => context.settings.deliveries.long_timeout,
    };
    Request { url: outgoing.url.clone(), headers: headers.collect(), body: outgoing.body.clone(), timeout }
}

fn readable(answered: Result<outbound::Answer, Fault>) -> Result<Answer, String> {
    let answer = answered.map_err(|fault| fault.to_string())?;
    Ok(Answer { status: answer.status, headers: answer.headers, body: answer.body })
}

/// Tries again while the database is away and the claim holds: what came back is not to be asked for twice if that can be
/// helped.
async fn record(
    context: &Context,
    claim: &Claim,
    outgoing: &Outgoing,
    sent: &Sent,
    afterwards: &Afterwards,
) -> domain::Result<Recorded> {
    let until = Instant::now() + context.settings.delivery_record();
    let mut pause = PAUSE;
    loop {
        match deliveries::record(&context.db, claim, outgoing, sent, afterwards).await {
            Err(domain::Error::Unavailable(_)) if Instant::now() + pause < until => {
                tokio::time::sleep(pause).await;
                pause *= 2;
            }
            ended => return ended,
        }
    }
}
