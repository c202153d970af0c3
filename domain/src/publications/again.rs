//! Asking for a delivery once more.

use entity::delivery::DeliveryKind;
use entity::id::PublicationId;
use entity::publication::{Column, Entity, PublicationStatus};
use entity::publication_target::{self as target, Entity as Targets};
use sea_orm::ColumnTrait;
use sea_orm::sea_query::Expr;

use super::{Tried, delivery_of, find, row_of};
use crate::deliveries;
use crate::error::{Error, Result};
use crate::scope::Scope;

/// Sends a post to its target again, now and as the same thing, with all its tries before it, whatever came of it until now.
/// One that is being sent at this moment goes on.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Conflict`] `target_removed`.
pub async fn redeliver(scope: &Scope, id: PublicationId) -> Result<Tried> {
    let row = row_of(scope, id).await?;
    let its_target = target::Column::Id.eq(row.target_id);
    if scope.find::<Targets>().filter(its_target).one().await?.is_none() {
        let detail = "The target that this was for has been removed, and with it what it calls things.";
        return Err(Error::conflict("target_removed", detail));
    }
    // The one of before may have been swept.
    deliveries::put(scope, DeliveryKind::Publication, row.target_id.0, row.id.0).await?;
    if deliveries::ask_again(scope, delivery_of(&row)).await? > 0 {
        let pending = [(Column::Status, Expr::value(PublicationStatus::Pending))];
        scope.update::<Entity>(Column::Id.eq(id), pending).await?;
    }
    find(scope, id).await
}
