//! The tables whose rows belong to one organization each.

use sea_orm::{ActiveModelTrait, EntityTrait};

use crate::tenant::Tenant;

/// A table whose rows belong to one organization each.
pub(crate) trait TenantOwned: EntityTrait {
    fn organization_column() -> Self::Column;
}

/// A row to insert, whose tenant columns can be set.
pub(crate) trait Stamp: ActiveModelTrait {
    fn stamp(&mut self, tenant: &Tenant);
}

macro_rules! tenant_owned {
    ($($table:ident $(, $livemode:ident $(, $api_key_id:ident)?)?;)*) => {$(
        impl TenantOwned for entity::$table::Entity {
            fn organization_column() -> Self::Column {
                entity::$table::Column::OrganizationId
            }
        }
        impl Stamp for entity::$table::ActiveModel {
            fn stamp(&mut self, tenant: &Tenant) {
                self.organization_id = sea_orm::Set(tenant.organization);
                $(self.$livemode = sea_orm::Set(tenant.livemode);
                $(self.$api_key_id = sea_orm::Set(tenant.key.map(|key| key.id));)?)?
            }
        }
    )*};
}

tenant_owned! {
    api_key;
    email_domain;
    external_identity;
    identity_provider;
    invitation;
    membership;
    login;
    pending_sign_in;
    refresh_token;
    removed_member;
    session, livemode, api_key_id;
    turn, livemode, api_key_id;
    message, livemode;
    draft_change, livemode, api_key_id;
    job_post, livemode, api_key_id;
    event, livemode;
    idempotency_key, livemode;
    delivery, livemode;
    delivery_attempt, livemode;
    audit_entry;
    webhook_endpoint, livemode;
    webhook_event, livemode;
    publication, livemode;
    publication_target, livemode;
    job_post_template, livemode;
    request_log_entry, livemode;
}
