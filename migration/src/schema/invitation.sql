-- Invitations to an organization. The holder of the token of the latest e-mail to the address can accept; nobody else becomes a
-- member. An invitation that has expired can be sent again.
create table invitation (
    organization_id uuid not null references organization (id),
    id uuid not null,
    -- In the normal form of domain's EmailAddress.
    email text not null check (length(email) between 3 and 254),
    role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
    -- The language of the e-mail and of the account that it may create.
    language text check (language in ('en', 'de', 'fr', 'es', 'ar', 'pt', 'it', 'nl', 'pl')),
    -- SHA-256 of 256 random bits. Each e-mail has a new token, so the earlier ones are void.
    token_hash bytea not null,
    -- Who sent the latest e-mail; null: the operator of the service. When they may not invite to this role any more, the
    -- invitation is revoked.
    invited_by uuid references user_account (id),
    emails_sent integer not null default 1 check (emails_sent > 0),
    created_at timestamptz not null default app_clock(),
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by uuid references user_account (id),
    revoked_at timestamptz,
    primary key (organization_id, id),
    check (accepted_at is null or revoked_at is null),
    check ((accepted_at is null) = (accepted_by is null))
);
create unique index one_open_invitation_per_email on invitation (email, organization_id)
    where accepted_at is null and revoked_at is null;
create unique index invitation_by_token on invitation (token_hash, organization_id);
create index invitation_by_expiry on invitation (expires_at);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy tenant on invitation to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on invitation to postwright_system using (true) with check (true);
grant select, insert, update on invitation to postwright_app;
-- Locking a row takes the right to update it.
grant select, update, delete on invitation to postwright_system;
create trigger record_change after insert or update or delete on invitation for each row execute function record_change(
    'invitation', 'id', 'email role language invited_by emails_sent accepted_at accepted_by revoked_at',
    'token_hash', 'organization_id id created_at sent_at expires_at');
