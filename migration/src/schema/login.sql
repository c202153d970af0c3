-- One sign-in of a person to one organization; the `sid` of its tokens. Removing the member ends it.
create table login (
    organization_id uuid not null,
    id uuid not null,
    user_id uuid not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    -- The latest sign-in or refresh; of a browser's login, the latest use that was noted.
    last_used_at timestamptz not null default now(),
    -- Where the sign-in came from, as the client and its connection said.
    user_agent text check (length(user_agent) <= 256),
    address text check (length(address) <= 64),
    revoked_at timestamptz,
    -- When and how the person last proved who they are. A refresh continues a login and proves nothing, so it keeps both.
    authenticated_at timestamptz not null default now(),
    authenticated_by text not null check (authenticated_by in ('password', 'single_sign_on')),
    -- The organization requires a second factor and the person has none: this login may only add one.
    enrolment_required boolean not null default false,
    -- The login in another organization that continues this one.
    moved_to_organization_id uuid,
    moved_to_login_id uuid,
    -- Hash of the secret in the cookie, if a browser holds the login.
    browser_hash bytea,
    -- How many refresh tokens have followed its first one. To count them would read up to ten thousand rows at each refresh.
    refreshes integer not null default 0,
    check ((moved_to_organization_id is null) = (moved_to_login_id is null)),
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references membership (organization_id, user_id) on delete cascade
);
create index login_of_member on login (organization_id, user_id);
create index login_by_expiry on login (expires_at);
create index login_ended on login (revoked_at) where revoked_at is not null and moved_to_login_id is null;
create unique index login_of_browser on login (browser_hash, organization_id) where browser_hash is not null;
alter table login enable row level security;
alter table login force row level security;
create policy tenant on login to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on login to postwright_system using (true) with check (true);
grant select, insert, update, delete on login to postwright_app;
grant select, update, delete on login to postwright_system;
create trigger record_change after insert or update on login for each row execute function record_change(
    'login', 'id', 'user_id revoked_at authenticated_by',
    '',
    'organization_id id created_at expires_at last_used_at user_agent address authenticated_at enrolment_required '
    'moved_to_organization_id moved_to_login_id browser_hash refreshes');
