//! Calls that certainly meet, so that they share batches.

use futures_util::future::join_all;
use tests::App;

/// Runs calls that read or write sessions, and lets the database answer none of them until all have begun.
///
/// On a busy machine, PostgreSQL can answer each call before the next one begins; then no batch forms.
pub async fn at_once<T>(app: &App, calls: impl IntoIterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut gate = app.superuser().begin().await.unwrap();
    sqlx::query("lock table session in access exclusive mode").execute(&mut *gate).await.unwrap();
    // All calls begin in the first poll of the first branch; the second one comes after it.
    let (outcomes, opened) = tokio::join!(biased; join_all(calls), gate.commit());
    opened.unwrap();
    outcomes
}
