//! What is sent to an endpoint, and what its answer means.

use std::time::Duration;

use chrono::{SecondsFormat, TimeDelta};
use entity::id::{WebhookEndpointId, WebhookEventId};
use entity::webhook_endpoint::{self as endpoint, DisabledReason};
use entity::webhook_event as event;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Expr, SimpleExpr};
use serde_json::json;

use super::secrets;
use crate::deliveries::{Claim, Outgoing, Patience, Sent, Verdict};
use crate::error::{Error, Result};
use crate::scope::Scope;

/// The event as it goes out; none when its endpoint is gone or disabled.
pub(crate) async fn outgoing(scope: &Scope, claim: &Claim) -> Result<Option<Outgoing>> {
    let Some(target) = find(scope, claim).await?.filter(|target| target.enabled) else {
        return Ok(None);
    };
    let this = event::Column::Id.eq(WebhookEventId(claim.subject));
    let Some(event) = scope.find::<event::Entity>().filter(this).one().await? else {
        return Ok(None);
    };
    let occurred_at = event.occurred_at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let body = json!({ "type": event.kind, "timestamp": occurred_at, "data": event.data }).to_string();
    let (id, sent_at) = (event.id.to_string(), scope.real_time());
    let previous = target
        .previous_secret
        .filter(|_| target.previous_secret_until.is_some_and(|until| until > scope.now()));
    let keys = [Some(target.secret), previous];
    let keys = keys.iter().flatten().map(Vec::as_slice);
    let signature = secrets::sign(keys, &id, sent_at.timestamp(), &body);
    let headers = vec![
        ("content-type", "application/json".to_owned()),
        ("webhook-id", id),
        ("webhook-timestamp", sent_at.timestamp().to_string()),
        ("webhook-signature", signature),
    ];
    Ok(Some(Outgoing { url: target.url, headers, secret_headers: &[], body, patience: Patience::Short }))
}

/// 2xx is a yes; 410 says never again; everything else is a no, a redirect too. After `give_up_after` of nothing but noes the
/// endpoint is disabled.
pub(crate) async fn settle(
    scope: &Scope,
    claim: &Claim,
    sent: &Sent,
    give_up_after: Duration,
) -> Result<Verdict> {
    match sent.status() {
        Some(200..=299) => {
            let recovered = [(endpoint::Column::FailingSince, Expr::cust("null"))];
            change(scope, claim, endpoint::Column::FailingSince.is_not_null(), recovered).await?;
            Ok(Verdict::Delivered)
        }
        Some(410) => {
            disable(scope, claim, DisabledReason::Gone).await?;
            Ok(Verdict::Hopeless)
        }
        _ => {
            let since = [(endpoint::Column::FailingSince, Expr::value(scope.now()))];
            change(scope, claim, endpoint::Column::FailingSince.is_null(), since).await?;
            let patience = TimeDelta::from_std(give_up_after).map_err(Error::internal)?;
            let failing_since = find(scope, claim).await?.and_then(|target| target.failing_since);
            if failing_since.is_some_and(|since| since + patience <= scope.now()) {
                disable(scope, claim, DisabledReason::Failing).await?;
                return Ok(Verdict::Hopeless);
            }
            Ok(Verdict::Failed)
        }
    }
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
    let this = endpoint::Column::Id.eq(WebhookEndpointId(claim.target));
    scope.update::<endpoint::Entity>(sea_orm::Condition::all().add(this).add(still), set).await?;
    Ok(())
}

async fn find(scope: &Scope, claim: &Claim) -> Result<Option<endpoint::Model>> {
    let this = endpoint::Column::Id.eq(WebhookEndpointId(claim.target));
    scope.find::<endpoint::Entity>().filter(this).one().await
}
