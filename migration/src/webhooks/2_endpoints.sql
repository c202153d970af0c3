-- Where an organization wants to be told of what happens (Standard Webhooks).
create table webhook_endpoint (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    url text not null check (length(url) between 1 and 2000),
    description text check (length(description) <= 500),
    -- Empty: all types.
    event_types text[] not null default '{}',
    enabled boolean not null default true,
    -- Who disabled it: the receiver by 410, or we because nothing got through for days. None when people did.
    disabled_reason text check (disabled_reason in ('gone', 'failing')),
    disabled_at timestamptz,
    -- Since when every attempt has failed.
    failing_since timestamptz,
    -- The key that signs, 24 bytes or more. It has to be used, so it is kept as it is; it opens nothing of ours.
    secret bytea not null,
    -- The one before: it signs too, until then.
    previous_secret bytea,
    previous_secret_until timestamptz,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (organization_id, id),
    check (enabled = (disabled_at is null)),
    check ((previous_secret is null) = (previous_secret_until is null))
);

-- Something that happened, as receivers are told. It names what it is about and quotes nobody.
create table webhook_event (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    type text not null,
    -- json, not jsonb: what is signed is its text.
    data json not null,
    occurred_at timestamptz not null,
    primary key (organization_id, id)
);
create index webhook_event_by_age on webhook_event (occurred_at);
