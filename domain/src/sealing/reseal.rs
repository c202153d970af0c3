//! Seals stored values again with the present key, so that earlier keys can be removed.

use entity::id::OrganizationId;
use sea_orm::{ConnectionTrait as _, DbBackend, Statement, Value};
use uuid::Uuid;

use super::Purpose;
use super::columns::{SealedColumn, TENANT_COLUMNS};
use crate::db::Db;
use crate::emails;
use crate::error::Result;
use crate::idempotency;
use crate::second_factors;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::Tenant;
use crate::tenant_tx::TenantTx;

/// Organizations that are listed at once.
const BATCH: i32 = 500;

stored_function! {
    pub(crate) struct ListOrganizationIds = CrossTenant stable "list_organization_ids" {
        after: OrganizationId,
        limit: i32,
    } -> ListedOrganization
}

returned_row! {
    pub(crate) struct ListedOrganization {
        organization_id: OrganizationId,
    }
}

/// Seals the values again that another key than the present one has sealed; returns how many. One transaction for each
/// person, e-mail, and for each organization and mode, so it can be interrupted, repeated, and run while the product does.
///
/// A process that still seals with an earlier key can add such values meanwhile: the work is done when a call returns 0.
///
/// # Errors
/// When the database cannot be reached, and when a value's key is unknown.
pub async fn reseal(db: &Db) -> Result<u64> {
    let mut resealed = second_factors::reseal(db).await? + emails::reseal(db).await?;
    let mut after = OrganizationId(Uuid::nil());
    loop {
        let listed = db.call(ListOrganizationIds { after, limit: BATCH }).await?;
        for organization in &listed {
            for livemode in [true, false] {
                resealed += reseal_organization(db, organization.organization_id, livemode).await?;
            }
        }
        match listed.last() {
            Some(last) => after = last.organization_id,
            None => return Ok(resealed),
        }
    }
}

/// Seals again what belongs to no organization, row by row; returns how much. `list` returns the rows after this id with their
/// sealed values, and `replace` stores a new value unless the old one has changed meanwhile.
///
/// # Errors
/// As [`reseal`].
pub(crate) async fn reseal_rows(
    db: &Db,
    purpose: impl Fn(Uuid) -> Purpose,
    list: impl AsyncFn(Uuid) -> Result<Vec<(Uuid, Vec<u8>)>>,
    replace: impl AsyncFn(Uuid, Vec<u8>, Vec<u8>) -> Result<bool>,
) -> Result<u64> {
    let (mut resealed, mut after) = (0, Uuid::nil());
    loop {
        let listed = list(after).await?;
        let Some((last, _)) = listed.last() else { return Ok(resealed) };
        after = *last;
        for (row, sealed) in listed {
            if let Some(again) = db.sealer().seal_again(purpose(row), &sealed)? {
                resealed += u64::from(replace(row, sealed, again).await?);
            }
        }
    }
}

async fn reseal_organization(db: &Db, organization: OrganizationId, livemode: bool) -> Result<u64> {
    let tx = db.begin(Tenant::system(organization, livemode)).await?;
    let mut resealed = idempotency::reseal(&tx).await?;
    for column in TENANT_COLUMNS {
        for (row, sealed) in values(&tx, column).await? {
            if let Some(again) = column.seal_again(&tx, row, &sealed)? {
                resealed += replace(&tx, column, row, sealed, again).await?;
            }
        }
    }
    tx.commit().await?;
    Ok(resealed)
}

/// The sealed values of a column, with the ids of their rows.
async fn values(tx: &TenantTx, column: SealedColumn) -> Result<Vec<(Uuid, Vec<u8>)>> {
    let (table, name) = column.table_and_column();
    let select = format!("select id, {name} from {table} where organization_id = $1 and {name} is not null");
    let rows = tx.raw().query_all_raw(statement(&select, [tx.organization_id().into()])).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// Replaces the value, unless somebody else has changed it meanwhile.
async fn replace(tx: &TenantTx, column: SealedColumn, row: Uuid, old: Vec<u8>, new: Vec<u8>) -> Result<u64> {
    let (table, name) = column.table_and_column();
    let update =
        format!("update {table} set {name} = $1 where organization_id = $2 and id = $3 and {name} = $4");
    let values = [new.into(), tx.organization_id().into(), row.into(), old.into()];
    Ok(tx.raw().execute_raw(statement(&update, values)).await?.rows_affected())
}

fn statement(sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(DbBackend::Postgres, sql, values)
}
