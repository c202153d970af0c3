-- Refresh tokens: each is good for one use. All tokens of a login are a family that ends together.
create table refresh_token (
    organization_id uuid not null,
    token_hash bytea not null,
    login_id uuid not null,
    created_at timestamptz not null default now(),
    -- When it was exchanged for its successor.
    used_at timestamptz,
    successor_hash bytea,
    -- A successor whose response got lost is voided by the next one.
    voided_at timestamptz,
    primary key (organization_id, token_hash),
    foreign key (organization_id, login_id) references login (organization_id, id) on delete cascade
);
create index refresh_token_of_login on refresh_token (organization_id, login_id);
alter table refresh_token enable row level security;
alter table refresh_token force row level security;
create policy tenant on refresh_token to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on refresh_token to postwright_system using (true) with check (true);
grant select, insert, update, delete on refresh_token to postwright_app;
grant select on refresh_token to postwright_system;
