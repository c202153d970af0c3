-- API keys. They belong to the organization: what a key may do depends on its scopes, not on the admin who made it. A key
-- acts in one mode, but admins see the keys of both. Never deleted: rows that were written with a key name it.
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
alter table api_key enable row level security;
alter table api_key force row level security;
create policy tenant on api_key to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on api_key to postwright_system using (true) with check (true);
grant select, insert, update (name, scopes, expires_at, revoked_at, revoke_reason) on api_key to postwright_app;
grant select, update (last_used_at) on api_key to postwright_system;
-- The deletion of an organization begins with its keys.
grant update (revoked_at) on api_key to postwright_system;
