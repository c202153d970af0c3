-- Deletions of organizations: when one is due, and how many rows of each table it deleted. A row outlives its organization,
-- as numbers. A reference table, like the organizations themselves.
create table organization_deletion (
    -- The organization.
    id uuid primary key,
    requested_at timestamptz not null,
    due_at timestamptz not null,
    -- From then on it cannot be cancelled.
    started_at timestamptz,
    finished_at timestamptz,
    deleted_rows jsonb not null default '{}',
    check (finished_at is null or started_at is not null)
);
create index organization_deletion_due on organization_deletion (due_at) where finished_at is null;

alter table organization_deletion enable row level security;
alter table organization_deletion force row level security;
create policy tenant on organization_deletion to postwright_app
    using (id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on organization_deletion to postwright_system using (true) with check (true);
grant select, insert, delete on organization_deletion to postwright_app;
grant select, update on organization_deletion to postwright_system;
