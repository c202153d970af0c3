//! Stores the outcome of a publication and appends it to the session's event log.

use entity::delivery::{Column as Delivery, DeliveryKind, DeliveryStatus, Entity as Deliveries};
use entity::id::PublicationTargetId;
use entity::publication::{Column, Entity, Model, PublicationStatus};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use super::response::{self, Interpreted};
use super::{PublicationError, request};
use crate::deliveries::{self, Claim, Deferral, Outcome, Outgoing, Sent};
use crate::error::{Error, Result};
use crate::events::{self, NewEvent};
use crate::tenant_tx::TenantTx;

const REMOVED: &str = "target_removed";
const NOT_HEARD_OF: &str =
    "All tries are used up, and nothing was heard of the last one: whether it arrived is not known.";

/// Stores what the response, or its absence, means for the publication. After the last attempt the publication has failed.
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
    let outcome = match response::interpret(sent, outgoing, claim.attempts() > 1) {
        Interpreted::Delivered { external_id } => {
            deliver(tx, &publication, external_id).await?;
            Outcome::Delivered
        }
        Interpreted::Failed(error) => {
            fail(tx, &publication, error).await?;
            Outcome::Failed
        }
        Interpreted::Retry(error) => {
            fail_or_retry(tx, &publication, error, is_last).await?;
            Outcome::Retry
        }
    };
    Ok(outcome)
}

/// Stores why the publication was not sent. After the last attempt it has failed.
pub(crate) async fn defer(tx: &TenantTx, claim: &Claim, why: Deferral, is_last: bool) -> Result<()> {
    let (code, detail) = match why {
        Deferral::PreparationFailed | Deferral::Unverified => ("not_sent", why.message()),
        Deferral::AttemptsExhausted => (response::NO_ANSWER, NOT_HEARD_OF),
    };
    match request::publication(tx, claim).await? {
        Some(publication) => {
            let error = PublicationError::new(code, detail.to_owned());
            fail_or_retry(tx, &publication, error, is_last).await
        }
        None => Ok(()),
    }
}

async fn fail_or_retry(
    tx: &TenantTx,
    publication: &Model,
    error: PublicationError,
    is_last: bool,
) -> Result<()> {
    match is_last {
        true => fail(tx, publication, error).await,
        false => change(tx, publication, columns(&error)).await,
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
    append_event(tx, publication, delivered).await
}

async fn fail(tx: &TenantTx, publication: &Model, error: PublicationError) -> Result<()> {
    let status = [(Column::Status, Expr::value(PublicationStatus::Failed))];
    change(tx, publication, status.into_iter().chain(columns(&error))).await?;
    let failed = NewEvent::PublicationFailed {
        publication: publication.id,
        job_post: publication.job_post_id,
        code: &error.code,
    };
    append_event(tx, publication, failed).await
}

/// Fails a publication whose target was removed.
pub(super) async fn fail_target_removed(tx: &TenantTx, publication: &Model) -> Result<()> {
    let detail = "The target was removed before it took the job post.".to_owned();
    fail(tx, publication, PublicationError::new(REMOVED, detail)).await
}

/// Fails the pending publications to a target that is being removed, except those that are being sent.
pub(super) async fn fail_pending(tx: &TenantTx, target: PublicationTargetId) -> Result<()> {
    let pending = deliveries::of_target(DeliveryKind::Publication, target.0)
        .add(Delivery::Status.eq(DeliveryStatus::Pending))
        .add(deliveries::not_being_sent(tx));
    let rows = tx.find::<Deliveries>().filter(pending.clone()).locked().all().await?;
    let cancelled = [
        (Delivery::Status, Expr::value(DeliveryStatus::Cancelled)),
        (Delivery::LeaseUntil, Expr::cust("null")),
        (Delivery::FinishedAt, Expr::cust("app_clock_now()")),
    ];
    tx.update::<Deliveries>(pending, cancelled).await?;
    let subjects = rows.iter().map(|delivery| delivery.subject_id);
    let publications = tx.find::<Entity>().filter(Column::Id.is_in(subjects)).all().await?;
    for publication in &publications {
        fail_target_removed(tx, publication).await?;
    }
    Ok(())
}

fn columns(error: &PublicationError) -> [(Column, SimpleExpr); 2] {
    [(Column::ErrorCode, Expr::value(&*error.code)), (Column::ErrorDetail, Expr::value(&*error.detail))]
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

/// Appends to the session's log, unless the session has been deleted.
async fn append_event(tx: &TenantTx, publication: &Model, new_event: NewEvent<'_>) -> Result<()> {
    match events::append(tx, publication.session_id, &[new_event]).await {
        Err(Error::NotFound(_)) => Ok(()),
        appended => appended,
    }
}
