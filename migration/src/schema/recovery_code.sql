-- Recovery codes, for people who lost their authenticator app. Each can be used once, and is deleted then.
create table recovery_code (
    user_id uuid not null references second_factor (user_id) on delete cascade,
    code_hash bytea not null,
    primary key (user_id, code_hash)
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy system on recovery_code to postwright_system using (true) with check (true);
grant select, insert, delete on recovery_code to postwright_system;
