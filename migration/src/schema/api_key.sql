-- API keys. They belong to the organization: what a key may do depends on its scopes, not on the admin who made it. A key
-- acts in one mode, but admins see the keys of both. A revoked key is deleted after a while. Rows that were written with it go on
-- naming it, so they have no foreign key to it.
create table api_key (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    name text not null check (length(name) between 1 and 200),
    -- SHA-256 of 256 random bits.
    secret_hash bytea not null,
    scopes text[] not null,
    created_by uuid not null references user_account (id),
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    -- Exact to about a minute.
    last_used_at timestamptz,
    revoked_at timestamptz,
    -- By an admin, or together with the membership or the role of the admin who made it.
    revoke_reason text check (revoke_reason in ('revoked', 'creator_left', 'creator_demoted')),
    primary key (organization_id, id),
    check ((revoked_at is null) = (revoke_reason is null))
);
create index api_key_revoked on api_key (revoked_at) where revoked_at is not null;
alter table api_key enable row level security;
alter table api_key force row level security;
create policy tenant on api_key to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on api_key to postwright_system using (true) with check (true);
grant select, insert, update (name, scopes, expires_at, revoked_at, revoke_reason) on api_key to postwright_app;
grant select, update (last_used_at) on api_key to postwright_system;
-- The deletion of an organization begins with its keys.
grant update (revoked_at, revoke_reason) on api_key to postwright_system;
-- The sweep deletes only keys whose revocation is recorded.
create trigger record_change after insert or update on api_key for each row execute function record_change(
    'api_key', 'id', 'livemode name scopes created_by expires_at revoked_at revoke_reason',
    'secret_hash', 'organization_id id created_at last_used_at');
