//! Whose connections are counted together.

use std::net::IpAddr;

use entity::id::OrganizationId;

use super::BatchKind;
use crate::audit::RequestOrigin;
use crate::auth::Network;
use crate::tenant::Tenant;

/// Who is given connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Owner {
    Organization(OrganizationId),
    /// Clients of this address whose organization is not known yet.
    Anonymous(Option<Network>),
    /// Transactions that write or read for many organizations.
    Batches(BatchKind),
}

impl Owner {
    /// Whose share of the connections a tenant uses; `None` for the worker, whose own limits are by organization. A system
    /// tenant of a request has no verified caller: the client may have named any organization, for example in an invented token.
    pub fn of_tenant(tenant: &Tenant) -> Option<Self> {
        if tenant.is_system { Self::of_request() } else { Some(Self::Organization(tenant.organization)) }
    }

    /// The client of this request; `None` outside requests and for the operator.
    pub fn of_request() -> Option<Self> {
        let origin = RequestOrigin::current().filter(|origin| !origin.is_operator)?;
        Some(Self::anonymous(origin.address.and_then(|address| address.parse().ok())))
    }

    pub(super) fn anonymous(address: Option<IpAddr>) -> Self {
        Self::Anonymous(address.map(Network::from))
    }
}
