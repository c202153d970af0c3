-- The second factor of people: an authenticator app (TOTP, RFC 6238). A reference table, as a person may be a member of several
-- organizations.
create table second_factor (
    user_id uuid primary key references user_account (id) on delete cascade,
    -- The secret that the app shares with us, sealed with a key outside of the database.
    seed bytea not null,
    created_at timestamptz not null default now(),
    -- When a code first showed that the app has the seed. Until then sign-in asks for no code.
    confirmed_at timestamptz,
    -- The latest time step whose code was accepted: its code and earlier ones are refused.
    last_step bigint not null default 0,
    -- Codes that were tried since the latest accepted one, and when the last of them was.
    attempts integer not null default 0,
    attempted_at timestamptz
);
alter table second_factor enable row level security;
alter table second_factor force row level security;
create policy system on second_factor to postwright_system using (true) with check (true);
grant select, insert, update, delete on second_factor to postwright_system;
