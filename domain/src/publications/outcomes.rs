//! What came of sending a post, and what the conversation's log says of it.

use entity::delivery::{Column as Delivery, DeliveryKind, DeliveryStatus, Entity as Deliveries};
use entity::id::PublicationTargetId;
use entity::publication::{Column, Entity, Model, PublicationStatus};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use super::answers::{self, Meaning};
use super::sending;
use crate::deliveries::{self, Claim, Outgoing, Sent, Unsent, Verdict};
use crate::error::{Error, Result};
use crate::events::{self, Happening};
use crate::scope::Scope;

const REMOVED: &str = "target_removed";
const NOT_HEARD_OF: &str =
    "All tries are used up, and nothing was heard of the last one: whether it arrived is not known.";

/// Records what an answer says, or that there was none; after the last attempt it has failed.
pub(crate) async fn settle(
    scope: &Scope,
    claim: &Claim,
    outgoing: &Outgoing,
    sent: &Sent,
    is_last: bool,
) -> Result<Verdict> {
    let Some(publication) = sending::publication(scope, claim).await? else {
        return Ok(Verdict::Hopeless);
    };
    let verdict = match answers::read(sent, outgoing) {
        Meaning::Taken { external_id } => {
            deliver(scope, &publication, external_id).await?;
            Verdict::Delivered
        }
        Meaning::Refused(problem) => {
            fail(scope, &publication, problem.code, problem.words).await?;
            Verdict::Hopeless
        }
        Meaning::NotNow(problem) if is_last => {
            fail(scope, &publication, problem.code, problem.words).await?;
            Verdict::Failed
        }
        Meaning::NotNow(problem) => {
            change(scope, &publication, error(problem.code, &problem.words)).await?;
            Verdict::Failed
        }
    };
    Ok(verdict)
}

/// Records why it was not sent; after the last attempt it has failed.
pub(crate) async fn put_off(scope: &Scope, claim: &Claim, why: Unsent, is_last: bool) -> Result<()> {
    let (code, words) = match why {
        Unsent::NotReady => ("not_sent", why.words()),
        Unsent::WornOut => (answers::NO_ANSWER, NOT_HEARD_OF),
    };
    match sending::publication(scope, claim).await? {
        Some(publication) if is_last => fail(scope, &publication, code, words.to_owned()).await,
        Some(publication) => change(scope, &publication, error(code, words)).await,
        None => Ok(()),
    }
}

async fn deliver(scope: &Scope, publication: &Model, external_id: Option<String>) -> Result<()> {
    let external_id = external_id.or_else(|| publication.external_id.clone());
    let columns = [
        (Column::Status, Expr::value(PublicationStatus::Delivered)),
        (Column::ExternalId, Expr::value(external_id.clone())),
        (Column::ErrorCode, Expr::cust("null")),
        (Column::ErrorDetail, Expr::cust("null")),
        (Column::DeliveredAt, Expr::cust("app_clock_now()")),
    ];
    change(scope, publication, columns).await?;
    let delivered = Happening::PublicationDelivered {
        publication: publication.id,
        job_post: publication.job_post_id,
        external_id: external_id.as_deref(),
    };
    tell(scope, publication, delivered).await
}

async fn fail(scope: &Scope, publication: &Model, code: &'static str, words: String) -> Result<()> {
    let status = [(Column::Status, Expr::value(PublicationStatus::Failed))];
    change(scope, publication, status.into_iter().chain(error(code, &words))).await?;
    let failed =
        Happening::PublicationFailed { publication: publication.id, job_post: publication.job_post_id, code };
    tell(scope, publication, failed).await
}

/// Its target is no more.
pub(super) async fn give_up(scope: &Scope, publication: &Model) -> Result<()> {
    let words = "The target was removed before it took the job post.".to_owned();
    fail(scope, publication, REMOVED, words).await
}

/// All that waits for this target, but for what is being sent at this moment.
pub(super) async fn give_up_waiting(scope: &Scope, target: PublicationTargetId) -> Result<()> {
    let waits = deliveries::to(DeliveryKind::Publication, target.0)
        .add(Delivery::Status.eq(DeliveryStatus::Pending))
        .add(deliveries::is_free(scope));
    let waiting = scope.find::<Deliveries>().filter(waits.clone()).locked().all().await?;
    let over = [
        (Delivery::Status, Expr::value(DeliveryStatus::Cancelled)),
        (Delivery::LeaseUntil, Expr::cust("null")),
        (Delivery::FinishedAt, Expr::cust("app_clock_now()")),
    ];
    scope.update::<Deliveries>(waits, over).await?;
    let subjects = waiting.iter().map(|delivery| delivery.subject_id);
    let publications = scope.find::<Entity>().filter(Column::Id.is_in(subjects)).all().await?;
    for publication in &publications {
        give_up(scope, publication).await?;
    }
    Ok(())
}

fn error(code: &'static str, words: &str) -> [(Column, SimpleExpr); 2] {
    [(Column::ErrorCode, Expr::value(code)), (Column::ErrorDetail, Expr::value(words))]
}

async fn change(
    scope: &Scope,
    publication: &Model,
    columns: impl IntoIterator<Item = (Column, SimpleExpr)>,
) -> Result<()> {
    let this = Condition::all().add(Column::Id.eq(publication.id));
    scope.update::<Entity>(this, columns).await?;
    Ok(())
}

/// The conversation may be gone: then nobody follows it.
async fn tell(scope: &Scope, publication: &Model, happening: Happening<'_>) -> Result<()> {
    match events::write(scope, publication.session_id, &[happening]).await {
        Err(Error::NotFound(_)) => Ok(()),
        told => told,
    }
}
