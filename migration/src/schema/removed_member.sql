-- People whom an admin has removed. A sign-in at the identity provider does not make them members again; an invitation does.
create table removed_member (
    organization_id uuid not null references organization (id),
    user_id uuid not null references user_account (id),
    removed_at timestamptz not null default app_clock(),
    primary key (organization_id, user_id)
);
create index removed_member_of_user on removed_member (user_id);
alter table removed_member enable row level security;
alter table removed_member force row level security;
create policy tenant on removed_member to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on removed_member to postwright_system using (true) with check (true);
grant select, insert, delete on removed_member to postwright_app;
grant select, delete on removed_member to postwright_system;
