//! The role that an operation requires, as a type.

use domain::{Role, RolePermissions};

pub trait RequiredRole: Send + Sync {
    /// Whether members may call who have to add a second factor first.
    const ADMITS_ENROLLING: bool = false;
    /// Whether refusals belong into the audit log.
    const IS_ADMINISTRATIVE: bool = false;

    fn allows(role: Role) -> bool;
}

pub struct CanRead;
pub struct CanEnrol;
pub struct CanWrite;
pub struct CanAdminister;

impl RequiredRole for CanRead {
    fn allows(_: Role) -> bool {
        true
    }
}

impl RequiredRole for CanEnrol {
    const ADMITS_ENROLLING: bool = true;

    fn allows(_: Role) -> bool {
        true
    }
}

impl RequiredRole for CanWrite {
    fn allows(role: Role) -> bool {
        role.may_write()
    }
}

impl RequiredRole for CanAdminister {
    const IS_ADMINISTRATIVE: bool = true;

    fn allows(role: Role) -> bool {
        role.may_administer()
    }
}
