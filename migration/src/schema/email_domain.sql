-- The e-mail domains of an organization. A domain counts once somebody has used the link that was sent to its administrator.
create table email_domain (
    organization_id uuid not null references organization (id),
    id uuid not null,
    -- In the normal form of domain's EmailAddress.
    domain text not null check (length(domain) between 1 and 253),
    -- The local part of the address that the link went to.
    recipient text not null check (recipient in ('admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster')),
    -- SHA-256 of the latest link's token; null when it was used.
    token_hash bytea,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    verified_at timestamptz,
    created_at timestamptz not null default app_clock(),
    primary key (organization_id, id),
    constraint one_row_per_domain unique (organization_id, domain),
    check ((verified_at is null) = (token_hash is not null))
);
alter table email_domain enable row level security;
alter table email_domain force row level security;
create policy tenant on email_domain to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on email_domain to postwright_system using (true) with check (true);
grant select, insert, update, delete on email_domain to postwright_app;
grant select on email_domain to postwright_system;
create trigger record_change after insert or update or delete on email_domain for each row execute function record_change(
    'email_domain', 'id', 'domain recipient sent_at verified_at',
    'token_hash', 'organization_id id expires_at created_at');
