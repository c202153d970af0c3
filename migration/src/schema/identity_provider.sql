-- An organization's identity provider: the OpenID Connect issuer where its members sign in. At most one.
create table identity_provider (
    organization_id uuid not null references organization (id),
    id uuid not null,
    issuer text not null check (length(issuer) between 1 and 2048),
    -- What the issuer knows Postwright by. The secret is sealed.
    client_id text not null check (length(client_id) between 1 and 512),
    client_secret bytea not null,
    -- Addresses besides the account page at which a front end takes the issuer's answer.
    redirect_uris text[] not null default '{}',
    -- Whether people who sign in without an invitation become members, and in which role.
    just_in_time boolean not null default false,
    default_role text not null default 'member' check (default_role in ('member', 'viewer')),
    -- Whether members with an address in a verified domain sign in here only. Owners keep their passwords.
    enforced boolean not null default false,
    created_at timestamptz not null default app_clock(),
    updated_at timestamptz not null default app_clock(),
    primary key (organization_id, id),
    constraint one_identity_provider unique (organization_id)
);
alter table identity_provider enable row level security;
alter table identity_provider force row level security;
create policy tenant on identity_provider to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on identity_provider to postwright_system using (true) with check (true);
grant select, insert, update, delete on identity_provider to postwright_app;
grant select on identity_provider to postwright_system;
create trigger record_change after insert or update or delete on identity_provider for each row execute function record_change(
    'identity_provider', 'id', 'issuer client_id redirect_uris just_in_time default_role enforced updated_at',
    'client_secret', 'organization_id id created_at');
