-- A person's identity at the organization's identity provider. It is linked at the first sign-in, and from then on it decides
-- who signs in, whatever the provider says of the e-mail address. It outlives the membership, so that a person who was removed is
-- recognised.
create table external_identity (
    organization_id uuid not null references organization (id),
    issuer text not null check (length(issuer) between 1 and 2048),
    -- The issuer's id of the person, its claim `sub`.
    subject text not null check (length(subject) between 1 and 255),
    user_id uuid not null references user_account (id),
    created_at timestamptz not null default app_clock(),
    primary key (organization_id, issuer, subject),
    -- A provider that gives somebody's address to another person does not give the account with it.
    constraint one_identity_per_member unique (organization_id, user_id)
);
create index external_identity_of_user on external_identity (user_id);
alter table external_identity enable row level security;
alter table external_identity force row level security;
create policy tenant on external_identity to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on external_identity to postwright_system using (true) with check (true);
grant select, insert, delete on external_identity to postwright_app;
grant select, delete on external_identity to postwright_system;
create trigger record_change after insert on external_identity for each row execute function record_change(
    'external_identity', 'user_id', 'issuer user_id',
    '', 'organization_id subject created_at');
