-- Where an organization's finished posts are delivered: its own system. One for each mode, so that what is tried out never
-- reaches the system that is in use.
create table publication_target (
    organization_id uuid not null references organization (id),
    livemode boolean not null,
    id uuid not null,
    format text not null check (format in ('ai_create', 'signed_json')),
    url text not null,
    -- What proves to the system who sends: a token of its own making, or the key that signs. The key before it signs too, until
    -- then. None of them is ever shown.
    bearer_token text,
    secret bytea,
    previous_secret bytea,
    previous_secret_until timestamptz,
    -- The keys of the original shape that no post says.
    options jsonb not null default '{}',
    created_at timestamptz not null default app_clock(),
    updated_at timestamptz not null default app_clock(),
    primary key (organization_id, id),
    constraint one_target_per_mode unique (organization_id, livemode),
    check ((format = 'signed_json') = (secret is not null)),
    check ((previous_secret is null) = (previous_secret_until is null)),
    check (format = 'ai_create' or bearer_token is null)
);

-- The delivery of one job post to one target. It is one whatever fails in between: its id goes along with every attempt.
create table publication (
    organization_id uuid not null,
    id uuid not null,
    livemode boolean not null,
    job_post_id uuid not null,
    -- The conversation, which may be gone.
    session_id uuid not null,
    -- May be gone, too; what was delivered to it was.
    target_id uuid not null,
    status text not null check (status in ('pending', 'delivered', 'failed')),
    -- What the target calls the post.
    external_id text,
    -- What it called the conversation's post before this one. Known since the first attempt was made ready; it stays for all
    -- others, so that they are the same request.
    replaces text,
    settled_at timestamptz,
    -- Of the flags those that somebody spoke of: a content cannot tell a no from silence.
    stated_flags text[] not null default '{}',
    -- How the latest attempt went wrong, and the target's own words for it.
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
create index publication_of_session on publication (session_id, organization_id);

do $$
declare
    tenant_table text;
    rule text := 'organization_id = nullif(current_setting(''app.org'', true), '''')::uuid'
        || ' and livemode = nullif(current_setting(''app.livemode'', true), '''')::boolean';
begin
    foreach tenant_table in array array['publication_target', 'publication'] loop
        execute format('alter table %I enable row level security', tenant_table);
        execute format('alter table %I force row level security', tenant_table);
        execute format('create policy tenant on %I to postwright_app using (%s) with check (%s)', tenant_table, rule, rule);
        execute format('create policy system on %I to postwright_system using (true) with check (true)', tenant_table);
    end loop;
end
$$;
grant select, insert, update, delete on publication_target to postwright_app;
grant select, insert, update on publication to postwright_app;
