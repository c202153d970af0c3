-- Sessions: a conversation and the draft of the job post that it makes.
create table session (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    -- Null when an API key acted for no member.
    user_id uuid references user_account (id),
    -- The API key that acted, if one did; it may have been deleted since.
    api_key_id uuid,
    company_name text not null,
    -- The fold of this session's rows in draft_change, with the evidence of each value.
    draft jsonb not null,
    -- The number of those rows.
    version integer not null default 0 check (version >= 0),
    is_complete boolean not null default false,
    -- Hash of the content whose summary the user saw last: what a confirmation would be about.
    shown_hash text,
    -- The job post of the session that it is about, from 1: the finalized one, else the next one.
    revision integer not null default 1 check (revision > 0),
    next_sequence integer not null default 1,
    next_event bigint not null default 1,
    message_count integer not null default 1,
    -- Bytes of its messages, of the changes in its log and of the job posts that it made, deleted ones included. What it began with does
    -- not count: the greeting, and content of an earlier post or a template. Snapshots do not count either.
    stored_bytes bigint not null default 0,
    -- Bytes that are read to fold its draft: those of the latest snapshot in its log, and of the changes after it. Null until the
    -- first change of what it began with.
    fold_bytes integer,
    -- Of a fork: the bytes of what it began with, its messages and its draft.
    copied_bytes bigint not null default 0,
    -- The language to answer in (BCP 47); null: that of the messages.
    locale text,
    -- The session that it was forked from, which may have been deleted.
    forked_from uuid,
    -- The expiry that a session.expiring webhook was emitted for. Every turn postpones the expiry.
    expiring_webhook_for timestamptz,
    -- Whether the worker has noticed that the session expired, and emitted the session.expired webhook. From then on it has
    -- expired for everybody, also for a message that arrived before.
    expiry_noticed boolean not null default false,
    created_at timestamptz not null default app_clock(),
    updated_at timestamptz not null default app_clock(),
    expires_at timestamptz not null,
    primary key (organization_id, id)
);
-- Secondary indexes begin with their most selective column. A generic plan that is made before there are statistics takes
-- any index whose first column fits; with the organization first it would read all rows of an organization to find one.
-- The list of a person's sessions reads nothing else, see `domain/src/sessions/list.rs`.
create index session_by_user on session (user_id, organization_id, livemode, expiry_noticed, id);
-- A turn postpones the expiry, so it writes an entry of the first one; the second one is written once for each session.
create index session_by_expiry on session (expires_at) where not expiry_noticed;
-- The list of active sessions, whatever number of expired ones is retained.
create index session_active on session (organization_id, livemode, id) where not expiry_noticed;
create index session_expired on session (organization_id, expires_at) where expiry_noticed;
create index session_expired_by_id on session (organization_id, livemode, id) where expiry_noticed;
create index session_by_origin on session (forked_from, organization_id) where forked_from is not null;
-- The bytes of all forks, which count_fork_bytes adds up without reading their rows.
create index session_copied on session (organization_id, livemode) include (copied_bytes) where forked_from is not null;
alter table session enable row level security;
alter table session force row level security;
create policy tenant on session to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on session to postwright_system using (true) with check (true);
grant select, insert, update, delete on session to postwright_app;
grant select, update, delete on session to postwright_system;
create trigger emit_session_completed_webhook after update of is_complete on session for each row
    when (new.is_complete and not old.is_complete) execute function emit_session_completed_webhook();
create trigger emit_session_expired_webhook after delete on session for each row
    when (not old.expiry_noticed and old.expires_at <= app_clock())
    execute function emit_session_expired_webhook();
