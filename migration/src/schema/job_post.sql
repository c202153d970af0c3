-- Finalized job posts. They outlive their sessions, so there is no foreign key to them. Never updated; deleted by
-- cross_tenant.erase_job_post.
create table job_post (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    session_id uuid not null,
    -- Null when an API key acted for no member.
    user_id uuid references user_account (id),
    api_key_id uuid,
    revision integer not null check (revision > 0),
    company_name text not null,
    content jsonb not null,
    content_hash text not null,
    -- The version of the draft that it was made from.
    version integer check (version >= 0),
    created_at timestamptz not null default app_clock(),
    primary key (organization_id, id),
    unique (organization_id, session_id, revision),
    constraint content_is_published_once unique (organization_id, session_id, content_hash)
);
alter table job_post enable row level security;
alter table job_post force row level security;
create policy tenant on job_post to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on job_post to postwright_system using (true) with check (true);
grant select, insert on job_post to postwright_app;
-- The session.completed webhook names the job post.
grant select on job_post to postwright_system;
create trigger emit_job_post_webhook after insert or delete on job_post for each row
    execute function emit_job_post_webhook();
