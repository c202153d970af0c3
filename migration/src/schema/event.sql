-- The log of a session, which streams follow. Numbers are taken under the lock of the session's row, so they become visible
-- in their order: a reader that has seen one has seen all before it.
create table event (
    organization_id uuid not null,
    session_id uuid not null,
    sequence bigint not null check (sequence > 0),
    livemode boolean not null,
    turn_id uuid,
    type text not null,
    -- json, not jsonb: streams are compared byte by byte, so the text stays as it was written.
    data json not null,
    created_at timestamptz not null default app_clock(),
    primary key (organization_id, session_id, sequence),
    foreign key (organization_id, session_id) references session (organization_id, id) on delete cascade
);
-- Pieces of a reply are needed until its message is complete; the sweep deletes them later.
create index event_text_by_age on event (created_at) where type in ('text.delta', 'text.reset');
alter table event enable row level security;
alter table event force row level security;
create policy tenant on event to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on event to postwright_system using (true) with check (true);
grant select, insert on event to postwright_app;
grant select, insert, delete, update on event to postwright_system;
