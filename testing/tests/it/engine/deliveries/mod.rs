//! The delivery engine: claims, retries and deferrals.

mod claims;
mod deferred;
mod retries;

use std::time::Duration;

use domain::Purpose;
use domain::deliveries::Terms;
use tests::{App, Person, Receiver};

/// Terms under which a delivery can be claimed again as soon as its lease has ended.
fn terms(lease: Duration) -> Terms<'static> {
    Terms { lease, share: 10, schedule: &[] }
}

/// Inserts a verified endpoint without the API; returns its id.
async fn insert_endpoint(app: &App, person: &Person, receiver: &Receiver) -> String {
    let id = uuid::Uuid::now_v7();
    let organization = person.organization_id.parse().unwrap();
    let purpose = Purpose::of_tenant_row("webhook_endpoint.secret", organization, id);
    let secret = app.seal(purpose, b"the secret of a receiver");
    let insert = "insert into webhook_endpoint
             (organization_id, id, livemode, url, secret, unverified_since, created_at, updated_at)
                  values ($1::uuid, $2, true, $3, $4, null, now(), now())";
    let insert = sqlx::query(insert).bind(&person.organization_id).bind(id).bind(receiver.url()).bind(secret);
    insert.execute(app.superuser()).await.unwrap();
    id.to_string()
}

/// Writes an event for every endpoint.
async fn write_event(app: &App) {
    let put =
        "select emit_webhook_event(organization_id, true, 'turn.completed', '{}') from webhook_endpoint";
    sqlx::query(put).execute(app.superuser()).await.unwrap();
}
