-- Something that is to reach an organization's own system: one subject (an event, a job post) at one target. Whatever
-- happens it keeps its id; what is sent twice is sent as the same thing.
create table delivery (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    kind text not null check (kind in ('webhook', 'publication')),
    -- Where it goes and what it is about; which tables they are rows of depends on the kind.
    target_id uuid not null,
    subject_id uuid not null,
    -- What goes out one after the other: of one line to one target only one is under way, and the oldest first. None: by itself.
    line uuid,
    status text not null default 'pending' check (status in ('pending', 'delivered', 'failed', 'cancelled')),
    -- How often it was claimed to be sent, since it was last asked for.
    attempts integer not null default 0 check (attempts >= 0),
    -- Rises with every claim: who holds an older one decides nothing. Also the number of the attempt.
    epoch integer not null default 0,
    -- When it may be claimed; while somebody has it, that is when nothing has been heard of them.
    next_attempt_at timestamptz not null default app_clock(),
    lease_until timestamptz,
    created_at timestamptz not null default app_clock(),
    finished_at timestamptz,
    primary key (organization_id, id),
    check ((status = 'pending') = (finished_at is null))
);
create unique index one_delivery_per_target on delivery (target_id, subject_id, organization_id);
create index delivery_due on delivery (target_id, next_attempt_at) where status = 'pending';
create index delivery_held on delivery (target_id) where status = 'pending' and lease_until is not null;
create index delivery_in_line on delivery (target_id, line, id) where status = 'pending' and line is not null;
create index delivery_by_age on delivery (created_at);

-- What was sent and what came back. Written when it begins, so that one which was cut off shows too.
create table delivery_attempt (
    organization_id uuid not null,
    delivery_id uuid not null,
    number integer not null check (number > 0),
    livemode boolean not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    duration_ms integer check (duration_ms >= 0),
    -- Without what is secret in it.
    url text,
    request_headers json,
    request_body text,
    -- None when there was no answer; `error` then says why.
    response_status integer,
    response_headers json,
    -- Its beginning.
    response_body text,
    error text,
    primary key (organization_id, delivery_id, number),
    foreign key (organization_id, delivery_id) references delivery (organization_id, id) on delete cascade
);

-- A UUID of version 7 (RFC 9562): they sort by creation, as all of ours do.
create function new_id() returns uuid
    language sql volatile
    as $$
        select encode(set_bit(set_bit(
                   overlay(uuid_send(gen_random_uuid())
                           placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                           from 1 for 6),
                   52, 1), 53, 1), 'hex')::uuid
    $$;

-- One delivery of this subject to this target, unless there is one.
create function put_delivery(
    at timestamptz, org uuid, live boolean, new_kind text, target uuid, subject uuid, its_line uuid default null
) returns void
    language plpgsql volatile
    as $$
begin
    insert into delivery (organization_id, id, livemode, kind, target_id, subject_id, line, next_attempt_at, created_at)
    values (org, new_id(), live, new_kind, target, subject, its_line, at, at)
    on conflict do nothing;
end
$$;
