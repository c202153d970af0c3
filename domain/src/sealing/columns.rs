//! The columns of organizations' rows that hold sealed values.

use entity::id::OrganizationId;
use secrecy::SecretSlice;
use uuid::Uuid;

use super::Purpose;
use crate::error::Result;
use crate::tenant_tx::TenantTx;

/// Such a column. Its table's rows have an `organization_id` and an `id`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SealedColumn {
    /// `table.column`. It is authenticated with every value: values of a renamed column no longer open.
    name: &'static str,
}

pub(crate) const IDENTITY_PROVIDER_SECRET: SealedColumn =
    SealedColumn { name: "identity_provider.client_secret" };
pub(crate) const PENDING_SIGN_IN_PARAMETERS: SealedColumn =
    SealedColumn { name: "pending_sign_in.parameters" };
pub(crate) const TARGET_BEARER_TOKEN: SealedColumn = SealedColumn { name: "publication_target.bearer_token" };
pub(crate) const TARGET_SECRET: SealedColumn = SealedColumn { name: "publication_target.secret" };
pub(crate) const TARGET_PREVIOUS_SECRET: SealedColumn =
    SealedColumn { name: "publication_target.previous_secret" };
pub(crate) const WEBHOOK_SECRET: SealedColumn = SealedColumn { name: "webhook_endpoint.secret" };
pub(crate) const WEBHOOK_PREVIOUS_SECRET: SealedColumn =
    SealedColumn { name: "webhook_endpoint.previous_secret" };

/// All of them, for [`super::reseal()`].
pub(crate) const TENANT_COLUMNS: [SealedColumn; 7] = [
    IDENTITY_PROVIDER_SECRET,
    PENDING_SIGN_IN_PARAMETERS,
    TARGET_BEARER_TOKEN,
    TARGET_SECRET,
    TARGET_PREVIOUS_SECRET,
    WEBHOOK_SECRET,
    WEBHOOK_PREVIOUS_SECRET,
];

impl SealedColumn {
    /// Seals a value for this column of a row of the transaction's organization.
    pub fn seal(self, tx: &TenantTx, row: Uuid, value: &[u8]) -> Result<Vec<u8>> {
        Ok(tx.db().sealer().seal(self.of(tx.organization_id(), row), value)?)
    }

    /// Opens this column's value of a row of the transaction's organization.
    pub fn open(self, tx: &TenantTx, row: Uuid, sealed: &[u8]) -> Result<SecretSlice<u8>> {
        Ok(tx.db().sealer().open(self.of(tx.organization_id(), row), sealed)?)
    }

    /// As [`crate::sealing::Sealer::seal_again`].
    pub(super) fn seal_again(self, tx: &TenantTx, row: Uuid, sealed: &[u8]) -> Result<Option<Vec<u8>>> {
        Ok(tx.db().sealer().seal_again(self.of(tx.organization_id(), row), sealed)?)
    }

    pub(super) fn table_and_column(self) -> (&'static str, &'static str) {
        self.name.split_once('.').unwrap_or((self.name, ""))
    }

    fn of(self, organization: OrganizationId, row: Uuid) -> Purpose {
        Purpose::of_tenant_row(self.name, organization, row)
    }
}
