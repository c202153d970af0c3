-- Deliveries to systems of an organization: one subject (a webhook event, a publication) to one target. A delivery keeps its
-- id over all attempts, so that a receiver can recognise a repetition.
create table delivery (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    kind text not null check (kind in ('webhook', 'publication')),
    -- Rows of which tables, depends on the kind.
    target_id uuid not null,
    subject_id uuid not null,
    -- Deliveries to one target with the same key are sent one after the other, oldest first. Null: in no order.
    ordering_key uuid,
    status text not null default 'pending' check (status in ('pending', 'delivered', 'failed', 'cancelled')),
    -- Claims since it was last requested.
    attempts integer not null default 0 check (attempts >= 0),
    -- The fencing token: rises with every claim. Also the number of the attempt.
    epoch integer not null default 0,
    -- When it may be claimed; while it is leased, when it may be claimed again if the worker dies.
    next_attempt_at timestamptz not null default app_clock(),
    lease_until timestamptz,
    created_at timestamptz not null default app_clock(),
    finished_at timestamptz,
    primary key (organization_id, id),
    check ((status = 'pending') = (finished_at is null))
);
create unique index one_delivery_per_target on delivery (target_id, subject_id, organization_id);
create index delivery_due on delivery (target_id, next_attempt_at) where status = 'pending';
create index delivery_leased on delivery (target_id) where status = 'pending' and lease_until is not null;
create index delivery_by_ordering_key on delivery (target_id, ordering_key, id)
    where status = 'pending' and ordering_key is not null;
create index delivery_by_age on delivery (created_at);
-- The list of a target's deliveries, newest first.
create index delivery_by_target on delivery (target_id, id);
alter table delivery enable row level security;
alter table delivery force row level security;
create policy tenant on delivery to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on delivery to postwright_system using (true) with check (true);
grant select, insert, update, delete on delivery to postwright_app;
grant select, insert, update, delete on delivery to postwright_system;
