-- Idempotency keys: one stored response per key. The row is written in the transaction of the effect, so that an effect
-- without its key cannot be.
create table idempotency_key (
    organization_id uuid not null,
    livemode boolean not null,
    -- The nil UUID when an API key acts for no member.
    user_id uuid not null,
    operation text not null,
    key text not null check (length(key) between 1 and 255),
    -- A key belongs to who sent it: a person, or an API key for a person. The nil UUID is no API key.
    api_key_id uuid not null,
    -- Hash of the request's target and body: the same key with another request is an error.
    fingerprint bytea not null,
    -- What was applied of the request's Prefer header; a replay says it again.
    preference text,
    -- What the response is about. Responses hold messages, so they are deleted with the session.
    session_id uuid,
    turn_id uuid,
    -- The response, as text and not as jsonb: a replay is equal byte by byte. Null while it is not known yet.
    -- The body is sealed where it contains a secret.
    status integer,
    headers json,
    body text,
    created_at timestamptz not null default now(),
    primary key (organization_id, livemode, user_id, operation, key, api_key_id),
    foreign key (organization_id, session_id) references session (organization_id, id) on delete cascade
);
create index idempotency_key_by_age on idempotency_key (created_at);
create index idempotency_key_of_session on idempotency_key (session_id);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy tenant on idempotency_key to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on idempotency_key to postwright_system using (true) with check (true);
grant select, insert, update, delete on idempotency_key to postwright_app;
grant select, delete, update on idempotency_key to postwright_system;
