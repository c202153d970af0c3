//! The request that a transaction belongs to, for the audit log.

use entity::id::{ApiKeyId, UserId};
use sea_orm::{DbBackend, Statement};
use serde::Serialize;
use uuid::Uuid;

use crate::tenant::Tenant;

tokio::task_local! {
    /// A task's own, and not an argument of every operation, so that no new operation can lose it.
    static ORIGIN: RequestOrigin;
}

/// A request, or a command of the service's operator, as the audit log names it.
#[derive(Clone, Debug, Serialize)]
pub struct RequestOrigin {
    pub request_id: Uuid,
    /// The caller's own id of the request.
    pub caller_request_id: Option<String>,
    /// The client's IP address.
    pub address: Option<String>,
    pub user_agent: Option<String>,
    /// It is a command on the service's machine.
    pub is_operator: bool,
}

impl RequestOrigin {
    /// A command of the service's operator, such as `postwright admin suspend`.
    #[must_use]
    pub fn of_operator(command: impl Into<String>) -> Self {
        Self {
            request_id: Uuid::now_v7(),
            caller_request_id: None,
            address: None,
            user_agent: Some(command.into()),
            is_operator: true,
        }
    }

    /// Runs the work of this request. Tasks that the work spawns do not belong to it.
    pub fn scope<W: Future>(self, work: W) -> impl Future<Output = W::Output> {
        // Not async, which would store the work twice.
        ORIGIN.scope(self, work)
    }

    /// The request whose work is running.
    pub(crate) fn current() -> Option<Self> {
        ORIGIN.try_with(Self::clone).ok()
    }
}

/// What the entries of a transaction have in common.
#[derive(Serialize)]
struct Context<'a> {
    user_id: Option<UserId>,
    api_key_id: Option<ApiKeyId>,
    #[serde(flatten)]
    origin: &'a RequestOrigin,
}

/// What `begin_tenant_transaction` gets for the entries of a request's transaction; `None` outside of requests.
pub(crate) fn context(tenant: &Tenant) -> Option<String> {
    let user = tenant.person.map(|person| person.user).or(tenant.on_behalf_of);
    write(user, tenant.key.map(|key| key.id))
}

/// The same for a transaction that belongs to no organization.
pub(crate) fn context_of_request() -> Option<String> {
    write(None, None)
}

/// Sets the context of a transaction that belongs to no organization.
pub(crate) fn set_context(context: String) -> Statement {
    let set = "select set_config('app.audit_context', $1, true)";
    Statement::from_sql_and_values(DbBackend::Postgres, set, [context.into()])
}

fn write(user_id: Option<UserId>, api_key_id: Option<ApiKeyId>) -> Option<String> {
    let text = ORIGIN.try_with(|origin| serde_json::to_string(&Context { user_id, api_key_id, origin }));
    text.ok()?.ok()
}
