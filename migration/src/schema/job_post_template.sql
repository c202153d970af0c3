-- Templates: what new sessions can begin with.
create table job_post_template (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    name text not null check (length(name) between 1 and 200),
    -- Null: the organization's name.
    company_name text check (length(company_name) between 1 and 200),
    content jsonb not null,
    created_at timestamptz not null default app_clock(),
    updated_at timestamptz not null default app_clock(),
    primary key (organization_id, id)
);
alter table job_post_template enable row level security;
alter table job_post_template force row level security;
create policy tenant on job_post_template to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on job_post_template to postwright_system using (true) with check (true);
grant select, insert, update, delete on job_post_template to postwright_app;
grant select on job_post_template to postwright_system;
create trigger record_change after insert or update or delete on job_post_template for each row execute function record_change(
    'template', 'id', 'livemode name company_name', 'content', 'organization_id id created_at updated_at');
