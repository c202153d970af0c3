-- Sign-ins that have begun and whose person is at the identity provider. Each can be completed once, within ten minutes, by the
-- client that began it: it alone has the token. No account is known yet.
create table pending_sign_in (
    organization_id uuid not null references organization (id),
    id uuid not null,
    -- SHA-256 of 256 random bits.
    token_hash bytea not null,
    -- State, nonce, code verifier and redirect URI, sealed.
    parameters bytea not null,
    -- Whether the person has to prove anew who they are.
    is_fresh boolean not null,
    created_at timestamptz not null default app_clock(),
    expires_at timestamptz not null,
    primary key (organization_id, id)
);
create unique index pending_sign_in_by_token on pending_sign_in (token_hash, organization_id);
create index pending_sign_in_by_expiry on pending_sign_in (expires_at);
alter table pending_sign_in enable row level security;
alter table pending_sign_in force row level security;
create policy tenant on pending_sign_in to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on pending_sign_in to postwright_system using (true) with check (true);
grant select, insert, update, delete on pending_sign_in to postwright_app;
-- Locking a row takes the right to update it.
grant select, update, delete on pending_sign_in to postwright_system;
