-- Publications: the delivery of one job post to one target. The id goes along with every attempt.
create table publication (
    organization_id uuid not null,
    id uuid not null,
    livemode boolean not null,
    job_post_id uuid not null,
    -- The session and the target may have been deleted.
    session_id uuid not null,
    target_id uuid not null,
    status text not null check (status in ('pending', 'delivered', 'failed')),
    -- The target's id for the post.
    external_id text,
    -- The target's id for the session's post before this one. Decided by the first attempt and kept, so that all attempts are
    -- the same request.
    replaces text,
    replaces_decided_at timestamptz,
    -- The flags that the user stated; the content alone does not distinguish a "no" from silence.
    stated_flags text[] not null default '{}',
    -- Why the latest attempt failed, and the target's own words for it.
    error_code text,
    error_detail text,
    created_at timestamptz not null default app_clock(),
    delivered_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, job_post_id) references job_post (organization_id, id),
    constraint one_publication_per_post_and_target unique (job_post_id, organization_id, target_id),
    check (status <> 'delivered' or delivered_at is not null),
    check (status <> 'failed' or error_code is not null)
);
create index publication_failed on publication (id, organization_id) where status = 'failed';
create index publication_of_session on publication (session_id, organization_id);
alter table publication enable row level security;
alter table publication force row level security;
create policy tenant on publication to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on publication to postwright_system using (true) with check (true);
grant select, insert, update on publication to postwright_app;
