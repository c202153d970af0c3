-- Where an organization's finalized job posts are delivered. One target per mode, so that test posts never reach the system
-- that is in use.
create table publication_target (
    organization_id uuid not null references organization (id),
    livemode boolean not null,
    id uuid not null,
    format text not null check (format in ('ai_create', 'signed_json')),
    url text not null,
    -- How the target knows the sender: by a token that it issued, or by a signing key. All three are sealed.
    bearer_token bytea,
    secret bytea,
    -- The key before the last rotation; it signs too, until then.
    previous_secret bytea,
    previous_secret_until timestamptz,
    -- Keys of the ai_create format that are not part of a job post.
    options jsonb not null default '{}',
    created_at timestamptz not null default app_clock(),
    updated_at timestamptz not null default app_clock(),
    primary key (organization_id, id),
    constraint one_target_per_mode unique (organization_id, livemode),
    check ((format = 'signed_json') = (secret is not null)),
    check ((previous_secret is null) = (previous_secret_until is null)),
    check (format = 'ai_create' or bearer_token is null)
);
alter table publication_target enable row level security;
alter table publication_target force row level security;
create policy tenant on publication_target to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on publication_target to postwright_system using (true) with check (true);
grant select, insert, update, delete on publication_target to postwright_app;
