-- The secrets in links for which no organization is known yet: of e-mails, and the one that the all-in-one start prints. Each is
-- good for one use, which deletes it. Those of invitations and of e-mail domains are only counted here, over all organizations;
-- their tokens are in the tables invitation and email_domain. A reference table, as accounts are.
create table account_token (
    token_hash bytea primary key,
    purpose text not null check (purpose in ('sign_up', 'password_reset', 'email_change', 'sign_in', 'invitation', 'domain')),
    -- The address that the link was sent to, or is for.
    email text not null check (length(email) between 3 and 254),
    -- Whose address changes; null for the other purposes.
    user_id uuid references user_account (id) on delete cascade,
    created_at timestamptz not null default app_clock(),
    expires_at timestamptz not null,
    check ((purpose = 'email_change') = (user_id is not null))
);
create index account_token_of_email on account_token (email, purpose, created_at);
create index account_token_of_user on account_token (user_id) where user_id is not null;
create index account_token_by_expiry on account_token (expires_at);
alter table account_token enable row level security;
alter table account_token force row level security;
create policy system on account_token to postwright_system using (true) with check (true);
grant select, insert, update, delete on account_token to postwright_system;
