-- Turns: one message of a user and its processing. This table is the queue that workers claim from.
create table turn (
    organization_id uuid not null,
    id uuid not null,
    livemode boolean not null,
    session_id uuid not null,
    -- Null when an API key acted for no member.
    user_id uuid references user_account (id),
    api_key_id uuid,
    sequence integer not null check (sequence > 0),
    status text not null default 'queued'
        check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    -- The head of its session's queue: the earliest turn that has not ended. Only a head may be claimed, so a claim costs the
    -- same however many turns wait behind it. Set under the lock of the session's row.
    is_head boolean not null default false,
    -- The failed turn whose message this one processes again.
    retry_of uuid,
    -- The fencing token: rises with every claim, and a worker with an older epoch cannot commit.
    epoch integer not null default 0,
    -- Claims whose worker did not give the turn back. The limits are those of domain/src/turns.
    claims integer not null default 0 constraint at_most_3_claims check (claims <= 3),
    llm_calls integer not null default 0 constraint at_most_3_llm_calls check (llm_calls <= 3)
        constraint queued_turn_has_a_call_left check (status <> 'queued' or llm_calls < 3),
    run_after timestamptz not null default app_clock(),
    lease_until timestamptz,
    -- The name of the worker that claimed it last.
    worker text,
    error_code text,
    -- What the LLM returned and what was made of it, for support; deleted with the session.
    trace jsonb,
    created_at timestamptz not null default app_clock(),
    started_at timestamptz,
    finished_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, session_id, sequence),
    foreign key (organization_id, session_id) references session (organization_id, id) on delete cascade,
    -- Turns are deleted in any order.
    foreign key (organization_id, retry_of) references turn (organization_id, id) on delete set null (retry_of),
    check ((status = 'running') = (lease_until is not null)),
    check ((status in ('succeeded', 'failed', 'cancelled')) = (finished_at is not null)),
    check ((status = 'failed') = (error_code is not null))
);
create unique index one_running_turn_per_session on turn (session_id, organization_id) where status = 'running';
create unique index one_head_per_session on turn (session_id, organization_id)
    where is_head and status in ('queued', 'running');
create unique index one_retry_per_turn on turn (organization_id, retry_of) where retry_of is not null;
create index turn_unfinished on turn (session_id, sequence) where status in ('queued', 'running');
create index turn_claimable on turn (organization_id, livemode, run_after) where status = 'queued' and is_head;
-- No predicate on the status here: these indexes are usually empty when statistics are collected, so the planner would take them for
-- every statement that names a running turn by its key, and read all running turns of the organization.
create index turn_running on turn (organization_id, livemode) where lease_until is not null;
create index turn_leased on turn (lease_until) where lease_until is not null;
alter table turn enable row level security;
alter table turn force row level security;
create policy tenant on turn to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on turn to postwright_system using (true) with check (true);
grant select, insert, update, delete on turn to postwright_app;
grant select, update on turn to postwright_system;
create trigger emit_turn_webhook after update of status on turn for each row
    when (new.status in ('succeeded', 'failed') and old.status not in ('succeeded', 'failed'))
    execute function emit_turn_webhook();
