-- People: a reference table, as a person may be a member of several organizations. The app reads it through
-- cross_tenant.list_accounts, which shows the members of its own organization only.
create table user_account (
    id uuid primary key,
    -- In the normal form of domain's EmailAddress, so that one address has one account.
    email text check (length(email) between 3 and 254),
    name text not null check (length(name) between 1 and 200),
    password_hash text,
    -- The language of e-mails to the person; null: English.
    language text check (language in ('en', 'de', 'fr', 'es', 'ar', 'pt', 'it', 'nl', 'pl')),
    created_at timestamptz not null default now(),
    -- An erased account stays, because other rows name it, without what shows whose it was.
    erased_at timestamptz,
    check ((erased_at is null) = (email is not null)),
    check (erased_at is null or password_hash is null)
);
create unique index one_account_per_email on user_account (email);
alter table user_account enable row level security;
alter table user_account force row level security;
create policy system on user_account to postwright_system using (true) with check (true);
grant select, insert, update on user_account to postwright_system;
