-- Attempts at a delivery: what was sent and what came back. Written when an attempt begins, so that an interrupted one shows.
create table delivery_attempt (
    organization_id uuid not null,
    delivery_id uuid not null,
    number integer not null check (number > 0),
    livemode boolean not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    duration_ms integer check (duration_ms >= 0),
    -- Without secrets.
    url text,
    request_headers json,
    request_body text,
    -- Null when there was no response; `error` then says why.
    response_status integer,
    response_headers json,
    -- The beginning of it.
    response_body text,
    error text,
    primary key (organization_id, delivery_id, number),
    foreign key (organization_id, delivery_id) references delivery (organization_id, id) on delete cascade
);
alter table delivery_attempt enable row level security;
alter table delivery_attempt force row level security;
create policy tenant on delivery_attempt to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on delivery_attempt to postwright_system using (true) with check (true);
grant select, insert, update on delivery_attempt to postwright_app;
grant select, insert, update on delivery_attempt to postwright_system;
