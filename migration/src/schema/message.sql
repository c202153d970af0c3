-- Messages of a conversation, by the user and by the agent.
create table message (
    organization_id uuid not null,
    id uuid not null,
    livemode boolean not null,
    session_id uuid not null,
    -- Null for the greeting, which has sequence 0.
    turn_id uuid,
    sequence integer not null,
    role text not null check (role in ('user', 'assistant')),
    text text not null,
    -- Not sent to the LLM: messages of cancelled turns, and of failed turns that were retried.
    is_hidden boolean not null default false,
    created_at timestamptz not null default app_clock(),
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references session (organization_id, id) on delete cascade,
    foreign key (organization_id, turn_id) references turn (organization_id, id) on delete cascade
);
create unique index one_message_per_turn_and_role on message (organization_id, session_id, sequence, role);
create index message_of_turn on message (turn_id);
alter table message enable row level security;
alter table message force row level security;
create policy tenant on message to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on message to postwright_system using (true) with check (true);
grant select, insert, update, delete on message to postwright_app;
