create table session (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    user_id uuid not null references user_account (id),
    company_name text not null,
    -- The job post in the making with its evidence: the fold of this session's rows in draft_change.
    draft jsonb not null,
    -- The number of those rows.
    version integer not null default 0 check (version >= 0),
    is_complete boolean not null default false,
    -- What a yes would be about.
    shown_hash text,
    next_sequence integer not null default 1,
    message_count integer not null default 1,
    created_at timestamptz not null default app_clock(),
    updated_at timestamptz not null default app_clock(),
    expires_at timestamptz not null,
    primary key (organization_id, id)
);
create index session_by_user on session (organization_id, user_id, id);
create index session_by_expiry on session (expires_at);

create table turn (
    organization_id uuid not null,
    id uuid not null,
    livemode boolean not null,
    session_id uuid not null,
    user_id uuid not null references user_account (id),
    sequence integer not null check (sequence > 0),
    status text not null default 'queued'
        check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    -- Rises with every claim: who holds an older one cannot commit.
    epoch integer not null default 0,
    claims integer not null default 0 constraint at_most_3_claims check (claims <= 3),
    llm_calls integer not null default 0 constraint at_most_3_llm_calls check (llm_calls <= 3),
    run_after timestamptz not null default app_clock(),
    lease_until timestamptz,
    error_code text,
    -- What the model said and what became of it, for support; goes with the session.
    trace jsonb,
    created_at timestamptz not null default app_clock(),
    started_at timestamptz,
    finished_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, session_id, sequence),
    foreign key (organization_id, session_id) references session (organization_id, id) on delete cascade,
    check ((status = 'running') = (lease_until is not null)),
    check ((status in ('succeeded', 'failed', 'cancelled')) = (finished_at is not null)),
    check ((status = 'failed') = (error_code is not null))
);
create unique index one_running_turn_per_session on turn (organization_id, session_id) where status = 'running';
create index turn_unfinished on turn (organization_id, session_id, sequence) where status in ('queued', 'running');
create index turn_queued on turn (run_after) where status = 'queued';
create index turn_leased on turn (lease_until) where status = 'running';

create table message (
    organization_id uuid not null,
    id uuid not null,
    livemode boolean not null,
    session_id uuid not null,
    -- The greeting belongs to no turn and has sequence 0.
    turn_id uuid,
    sequence integer not null,
    role text not null check (role in ('user', 'assistant')),
    text text not null,
    created_at timestamptz not null default app_clock(),
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references session (organization_id, id) on delete cascade,
    foreign key (organization_id, turn_id) references turn (organization_id, id) on delete cascade
);
create unique index one_message_per_turn_and_role on message (organization_id, session_id, sequence, role);
create index message_of_turn on message (organization_id, turn_id);

create table draft_change (
    organization_id uuid not null,
    session_id uuid not null,
    version integer not null check (version > 0),
    livemode boolean not null,
    turn_id uuid,
    changes jsonb not null,
    created_at timestamptz not null default app_clock(),
    primary key (organization_id, session_id, version),
    foreign key (organization_id, session_id) references session (organization_id, id) on delete cascade,
    foreign key (organization_id, turn_id) references turn (organization_id, id) on delete cascade
);
create index draft_change_of_turn on draft_change (organization_id, turn_id);

-- Outlives its session, so it holds no key to it. Never updated.
create table job_post (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    session_id uuid not null,
    user_id uuid not null references user_account (id),
    revision integer not null check (revision > 0),
    company_name text not null,
    content jsonb not null,
    content_hash text not null,
    created_at timestamptz not null default app_clock(),
    primary key (organization_id, id),
    unique (organization_id, session_id, revision),
    constraint content_is_published_once unique (organization_id, session_id, content_hash)
);
