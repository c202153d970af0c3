//! The delivery engine: claims, retries and deferrals.

mod claims;
mod deferred;
mod retries;

use std::time::Duration;

use domain::deliveries::Terms;
use tests::{App, Person, Receiver};

/// Terms under which a delivery can be claimed again as soon as its lease has ended.
fn terms(lease: Duration) -> Terms<'static> {
    Terms { lease, share: 10, schedule: &[] }
}

/// Inserts an endpoint without the API; returns its id.
async fn insert_endpoint(app: &App, person: &Person, receiver: &Receiver) -> String {
    let insert = "insert into webhook_endpoint (organization_id, id, livemode, url, secret, created_at, updated_at)
                  values ($1::uuid, new_id(), true, $2, '\\x00112233445566778899aabbccddeeff0011223344556677', now(), now())
                  returning id::text";
    let inserted = sqlx::query_scalar(insert).bind(&person.organization_id).bind(receiver.url());
    inserted.fetch_one(app.superuser()).await.unwrap()
}

/// Writes an event for every endpoint.
async fn write_event(app: &App) {
    let put =
        "select emit_webhook_event(organization_id, true, 'turn.completed', '{}') from webhook_endpoint";
    sqlx::query(put).execute(app.superuser()).await.unwrap();
}
