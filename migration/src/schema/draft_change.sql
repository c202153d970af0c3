-- The change log of a session's draft: the draft is the fold of these rows, and nothing else changes it.
--
-- Some rows have a snapshot, so that an earlier draft is read from the latest snapshot before it and the rows after that. A row
-- gets one if without it more than twice the draft's bytes would be read (next_fold_bytes). So a read takes at most that,
-- however long the log is, and all snapshots of a session together have fewer bytes than what it began with and its changes.
create table draft_change (
    organization_id uuid not null,
    session_id uuid not null,
    version integer not null check (version > 0),
    livemode boolean not null,
    kind text not null check (kind in ('turn', 'edit', 'undo', 'restore', 'fork', 'copy')),
    -- Null when an API key acted for no member.
    user_id uuid references user_account (id),
    api_key_id uuid,
    turn_id uuid,
    -- The version that an undo or a restore brought back.
    restored_version integer check (restored_version >= 0 and restored_version < version),
    changes jsonb not null,
    -- The draft after these changes.
    snapshot jsonb,
    created_at timestamptz not null default app_clock(),
    primary key (organization_id, session_id, version),
    foreign key (organization_id, session_id) references session (organization_id, id) on delete cascade,
    foreign key (organization_id, turn_id) references turn (organization_id, id) on delete cascade,
    check ((kind in ('undo', 'restore')) = (restored_version is not null)),
    check (kind <> 'turn' or turn_id is not null)
);
create index draft_change_of_turn on draft_change (turn_id);
alter table draft_change enable row level security;
alter table draft_change force row level security;
create policy tenant on draft_change to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on draft_change to postwright_system using (true) with check (true);
grant select, insert on draft_change to postwright_app;
