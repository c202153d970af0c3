-- Who belongs to an organization, and in which role.
create table membership (
    organization_id uuid not null references organization (id),
    user_id uuid not null references user_account (id),
    role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
    created_at timestamptz not null default now(),
    primary key (organization_id, user_id)
);
create index membership_of_user on membership (user_id);
alter table membership enable row level security;
alter table membership force row level security;
create policy tenant on membership to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on membership to postwright_system using (true) with check (true);
grant select, insert, update, delete on membership to postwright_app;
grant select, insert, update on membership to postwright_system;

create trigger note_arrival before insert on membership for each row execute function cross_tenant.note_arrival();
create trigger note_departure after delete on membership for each row execute function cross_tenant.note_departure();
create trigger record_change after insert or update or delete on membership for each row execute function record_change(
    'member', 'user_id', 'role',
    '', 'organization_id user_id created_at');
