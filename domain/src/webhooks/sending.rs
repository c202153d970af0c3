//! What is sent to an endpoint, and what its answer means.

use chrono::{SecondsFormat, TimeDelta};
use entity::id::{WebhookEndpointId, WebhookEventId};
use entity::webhook_endpoint::{self as endpoint, DisabledReason};
use entity::webhook_event as event;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};
use serde_json::json;

use super::secrets;
use crate::deliveries::{Afterwards, Claim, Outgoing, Patience, Sent, Verdict};
use crate::error::{Error, Result};
use crate::scope::Scope;

/// The event as it goes out; none when its endpoint is gone or disabled.
pub(crate) async fn outgoing(scope: &Scope, claim: &Claim) -> Result<Option<Outgoing>> {
    let target = scope.find::<endpoint::Entity>().filter(this(claim)).one().await?;
    let Some(target) = target.filter(|target| target.enabled) else {
        return Ok(None);
    };
    let this = event::Column::Id.eq(WebhookEventId(claim.subject));
    let Some(event) = scope.find::<event::Entity>().filter(this).one().await? else {
        return Ok(None);
    };
    let occurred_at = event.occurred_at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let body = json!({ "type": event.kind, "timestamp": occurred_at, "data": event.data }).to_string();
    let previous = target
        .previous_secret
        .filter(|_| target.previous_secret_until.is_some_and(|until| until > scope.now()));
    let keys = [Some(target.secret), previous];
    let keys = keys.iter().flatten().map(Vec::as_slice);
    let mut headers = vec![("content-type", "application/json".to_owned())];
    headers.extend(secrets::headers(keys, &event.id.to_string(), scope.real_time().timestamp(), &body));
    Ok(Some(Outgoing {
        url: target.url,
        headers,
        secret_headers: &[],
        body,
        patience: Patience::Short,
        success: Outgoing::ANY_SUCCESS,
    }))
}

/// 2xx is a yes; 410 says never again; everything else is a no, a redirect too. An endpoint is disabled when a delivery has used
/// up all its tries and nothing has got through for `give_up_after`: not by one failure now and one a week later.
///
/// What was sent to another URL than the endpoint has by now says nothing about the endpoint.
pub(crate) async fn settle(
    scope: &Scope,
    claim: &Claim,
    outgoing: &Outgoing,
    sent: &Sent,
    afterwards: &Afterwards,
) -> Result<Verdict> {
    if sent.status().is_some_and(|status| outgoing.is_success(status)) {
        let recovered = [(endpoint::Column::FailingSince, Expr::cust("null"))];
        let was_failing = endpoint::Column::FailingSince.is_not_null();
        change(scope, claim, was_failing.and(endpoint::Column::Url.eq(&*outgoing.url)), recovered).await?;
        return Ok(Verdict::Delivered);
    }
    let target = scope.find::<endpoint::Entity>().filter(this(claim)).locked().one().await?;
    let Some(target) = target.filter(|target| target.url == outgoing.url) else {
        return Ok(Verdict::Failed);
    };
    if sent.status() == Some(410) {
        disable(scope, claim, DisabledReason::Gone).await?;
        return Ok(Verdict::Hopeless);
    }
    let patience = TimeDelta::from_std(afterwards.give_up_after).map_err(Error::internal)?;
    match target.failing_since {
        None => {
            let since = [(endpoint::Column::FailingSince, Expr::value(scope.now()))];
            change(scope, claim, endpoint::Column::FailingSince.is_null(), since).await?;
        }
        Some(since) if afterwards.next.is_none() && since + patience <= scope.now() => {
            disable(scope, claim, DisabledReason::Failing).await?;
        }
        Some(_) => {}
    }
    Ok(Verdict::Failed)
}

async fn disable(scope: &Scope, claim: &Claim, reason: DisabledReason) -> Result<()> {
    tracing::warn!(endpoint = %claim.target, ?reason, "a webhook endpoint is disabled");
    let off = [
        (endpoint::Column::Enabled, Expr::value(false)),
        (endpoint::Column::DisabledReason, Expr::value(reason)),
        (endpoint::Column::DisabledAt, Expr::value(scope.now())),
        (endpoint::Column::UpdatedAt, Expr::value(scope.now())),
        (endpoint::Column::Version, Expr::cust("version + 1")),
    ];
    change(scope, claim, endpoint::Column::Enabled.eq(true), off).await
}

async fn change<const N: usize>(
    scope: &Scope,
    claim: &Claim,
    still: SimpleExpr,
    set: [(endpoint::Column, SimpleExpr); N],
) -> Result<()> {
    scope.update::<endpoint::Entity>(this(claim).add(still), set).await?;
    Ok(())
}

fn this(claim: &Claim) -> Condition {
    Condition::all().add(endpoint::Column::Id.eq(WebhookEndpointId(claim.target)))
}
