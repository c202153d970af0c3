//! Binds a transaction to its tenant: the arguments and the result of the stored function `open_scope`.

use sea_orm::{DbErr, Statement, Value};

use crate::error::{Result, Unauthenticated};
use crate::tenant::{Role, Tenant};

/// The statement that binds the transaction and returns its times and the caller's standing.
pub(crate) fn open_scope(tenant: &Tenant) -> Statement {
    Statement::from_sql_and_values(
        sea_orm::DbBackend::Postgres,
        "select at, real_time, standing from open_scope($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant_arguments(tenant),
    )
}

/// The arguments of `open_scope`.
pub(crate) fn tenant_arguments(tenant: &Tenant) -> [Value; 9] {
    let person = tenant.person;
    let times = person.and_then(|p| p.token_validity);
    [
        tenant.organization.into(),
        tenant.livemode.into(),
        person.map(|p| p.user).into(),
        person.map(|p| p.login).into(),
        person.map(|p| role_name(p.role)).into(),
        times.map(|[from, _]| from).into(),
        times.map(|[_, until]| until).into(),
        tenant.key.map(|key| key.id).into(),
        tenant.key.map(|key| key.scopes.to_string()).into(),
    ]
}

fn role_name(role: Role) -> String {
    sea_orm::ActiveEnum::to_value(&role)
}

/// # Errors
/// [`crate::Error::Unauthenticated`] when the caller's login or key has ended, or their role or scopes have changed.
pub(crate) fn check_standing(standing: &str) -> Result<()> {
    match standing {
        "good" | "system" => Ok(()),
        "expired" => Err(Unauthenticated::ExpiredToken.into()),
        "changed" => Err(Unauthenticated::StaleToken.into()),
        "ended" => Err(Unauthenticated::EndedKey.into()),
        "revoked" => Err(Unauthenticated::RevokedToken.into()),
        other => Err(DbErr::Custom(format!("unknown standing {other}")).into()),
    }
}
