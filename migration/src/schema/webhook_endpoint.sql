-- Webhook endpoints of an organization (Standard Webhooks).
create table webhook_endpoint (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    url text not null check (length(url) between 1 and 2000),
    description text check (length(description) <= 500),
    -- Empty: all types.
    event_types text[] not null default '{}',
    enabled boolean not null default true,
    -- 'gone': the receiver answered 410; 'failing': every attempt failed for days; null: a person disabled it.
    disabled_reason text check (disabled_reason in ('gone', 'failing')),
    disabled_at timestamptz,
    -- Since when every attempt has failed.
    failing_since timestamptz,
    -- Since when it waits for its verification; until then it gets no other event. Null: it is verified.
    unverified_since timestamptz default app_clock(),
    -- The signing key, sealed.
    secret bytea not null,
    -- The key before the last rotation, sealed; it signs too, until then.
    previous_secret bytea,
    previous_secret_until timestamptz,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (organization_id, id),
    check (enabled = (disabled_at is null)),
    check ((previous_secret is null) = (previous_secret_until is null))
);
alter table webhook_endpoint enable row level security;
alter table webhook_endpoint force row level security;
create policy tenant on webhook_endpoint to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on webhook_endpoint to postwright_system using (true) with check (true);
grant select, insert, update, delete on webhook_endpoint to postwright_app;
grant select on webhook_endpoint to postwright_system;
create trigger record_change after insert or update or delete on webhook_endpoint for each row execute function record_change(
    'webhook_endpoint', 'id', 'livemode url description event_types enabled disabled_reason previous_secret_until',
    'secret previous_secret', 'organization_id id disabled_at failing_since unverified_since version created_at updated_at');
