//! The callers of a batch, as the parallel arrays that stored functions take.

use chrono::{DateTime, Utc};
use sea_orm::ActiveEnum;
use uuid::Uuid;

use crate::credential::BeginTenantTransaction;
use crate::tenant::Tenant;

/// What `begin_tenant_transaction` needs of each caller.
#[derive(Default)]
pub(crate) struct Callers {
    pub organizations: Vec<Uuid>,
    pub livemodes: Vec<bool>,
    pub users: Vec<Option<Uuid>>,
    pub logins: Vec<Option<Uuid>>,
    pub roles: Vec<Option<String>>,
    pub not_before: Vec<Option<DateTime<Utc>>>,
    pub expires_at: Vec<Option<DateTime<Utc>>>,
    pub api_keys: Vec<Option<Uuid>>,
    pub scopes: Vec<Option<String>>,
}

impl<'a> FromIterator<&'a Tenant> for Callers {
    fn from_iter<I: IntoIterator<Item = &'a Tenant>>(tenants: I) -> Self {
        let mut callers = Self::default();
        for tenant in tenants {
            let caller = BeginTenantTransaction::from(tenant);
            callers.organizations.push(caller.organization.0);
            callers.livemodes.push(caller.livemode);
            callers.users.push(caller.user.map(|user| user.0));
            callers.logins.push(caller.login.map(|login| login.0));
            callers.roles.push(caller.role.map(|role| role.to_value()));
            callers.not_before.push(caller.not_before);
            callers.expires_at.push(caller.expires_at);
            callers.api_keys.push(caller.api_key.map(|key| key.0));
            callers.scopes.push(caller.scopes);
        }
        callers
    }
}
