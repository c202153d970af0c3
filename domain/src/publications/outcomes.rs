//! What came of sending a post, and what the conversation's log says of it.

use entity::delivery::{Column as Delivery, DeliveryKind, DeliveryStatus, Entity as Deliveries};
use entity::id::PublicationTargetId;
use entity::publication::{Column, Entity, Model, PublicationStatus};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use super::request;
use super::response::{self, Meaning};
use crate::deliveries::{self, Claim, Deferral, Outcome, Outgoing, Sent};
use crate::error::{Error, Result};
use crate::events::{self, NewEvent};
use crate::tenant_tx::TenantTx;

const REMOVED: &str = "target_removed";
const NOT_HEARD_OF: &str =
    "All tries are used up, and nothing was heard of the last one: whether it arrived is not known.";

/// Records what an answer says, or that there was none; after the last attempt it has failed.
pub(crate) async fn interpret_response(
    tx: &TenantTx,
    claim: &Claim,
    outgoing: &Outgoing,
    sent: &Sent,
    is_last: bool,
) -> Result<Outcome> {
    let Some(publication) = request::publication(tx, claim).await? else {
        return Ok(Outcome::Failed);
    };
    let verdict = match response::read(sent, outgoing) {
        Meaning::Taken { external_id } => {
            deliver(tx, &publication, external_id).await?;
            Outcome::Delivered
        }
        Meaning::Refused(problem) => {
            fail(tx, &publication, problem.code, problem.words).await?;
            Outcome::Failed
        }
        Meaning::NotNow(problem) if is_last => {
            fail(tx, &publication, problem.code, problem.words).await?;
            Outcome::Retry
        }
        Meaning::NotNow(problem) => {
            change(tx, &publication, error(problem.code, &problem.words)).await?;
            Outcome::Retry
        }
    };
    Ok(verdict)
}

/// Records why it was not sent; after the last attempt it has failed.
pub(crate) async fn defer(tx: &TenantTx, claim: &Claim, why: Deferral, is_last: bool) -> Result<()> {
    let (code, words) = match why {
        Deferral::PreparationFailed => ("not_sent", why.words()),
        Deferral::AttemptsExhausted => (response::NO_ANSWER, NOT_HEARD_OF),
    };
    match request::publication(tx, claim).await? {
        Some(publication) if is_last => fail(tx, &publication, code, words.to_owned()).await,
        Some(publication) => change(tx, &publication, error(code, words)).await,
        None => Ok(()),
    }
}

async fn deliver(tx: &TenantTx, publication: &Model, external_id: Option<String>) -> Result<()> {
    let external_id = external_id.or_else(|| publication.external_id.clone());
    let columns = [
        (Column::Status, Expr::value(PublicationStatus::Delivered)),
        (Column::ExternalId, Expr::value(external_id.clone())),
        (Column::ErrorCode, Expr::cust("null")),
        (Column::ErrorDetail, Expr::cust("null")),
        (Column::DeliveredAt, Expr::cust("app_clock_now()")),
    ];
    change(tx, publication, columns).await?;
    let delivered = NewEvent::PublicationDelivered {
        publication: publication.id,
        job_post: publication.job_post_id,
        external_id: external_id.as_deref(),
    };
    tell(tx, publication, delivered).await
}

async fn fail(tx: &TenantTx, publication: &Model, code: &'static str, words: String) -> Result<()> {
    let status = [(Column::Status, Expr::value(PublicationStatus::Failed))];
    change(tx, publication, status.into_iter().chain(error(code, &words))).await?;
    let failed =
        NewEvent::PublicationFailed { publication: publication.id, job_post: publication.job_post_id, code };
    tell(tx, publication, failed).await
}

/// Its target is no more.
pub(super) async fn give_up(tx: &TenantTx, publication: &Model) -> Result<()> {
    let words = "The target was removed before it took the job post.".to_owned();
    fail(tx, publication, REMOVED, words).await
}

/// All that waits for this target, but for what is being sent at this moment.
pub(super) async fn give_up_waiting(tx: &TenantTx, target: PublicationTargetId) -> Result<()> {
    let waits = deliveries::to(DeliveryKind::Publication, target.0)
        .add(Delivery::Status.eq(DeliveryStatus::Pending))
        .add(deliveries::is_free(tx));
    let waiting = tx.find::<Deliveries>().filter(waits.clone()).locked().all().await?;
    let over = [
        (Delivery::Status, Expr::value(DeliveryStatus::Cancelled)),
        (Delivery::LeaseUntil, Expr::cust("null")),
        (Delivery::FinishedAt, Expr::cust("app_clock_now()")),
    ];
    tx.update::<Deliveries>(waits, over).await?;
    let subjects = waiting.iter().map(|delivery| delivery.subject_id);
    let publications = tx.find::<Entity>().filter(Column::Id.is_in(subjects)).all().await?;
    for publication in &publications {
        give_up(tx, publication).await?;
    }
    Ok(())
}

fn error(code: &'static str, words: &str) -> [(Column, SimpleExpr); 2] {
    [(Column::ErrorCode, Expr::value(code)), (Column::ErrorDetail, Expr::value(words))]
}

async fn change(
    tx: &TenantTx,
    publication: &Model,
    columns: impl IntoIterator<Item = (Column, SimpleExpr)>,
) -> Result<()> {
    let this = Condition::all().add(Column::Id.eq(publication.id));
    tx.update::<Entity>(this, columns).await?;
    Ok(())
}

/// The conversation may be gone: then nobody follows it.
async fn tell(tx: &TenantTx, publication: &Model, new_event: NewEvent<'_>) -> Result<()> {
    match events::append(tx, publication.session_id, &[new_event]).await {
        Err(Error::NotFound(_)) => Ok(()),
        told => told,
    }
}
