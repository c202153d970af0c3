-- Which organization has verified an e-mail domain: at most one at a time. A reference table, because a sign-in names a domain
-- before its organization is known.
create table verified_domain (
    domain text primary key check (length(domain) between 1 and 253),
    -- The organization.
    verified_by uuid not null references organization (id) on delete cascade
);
create index verified_domain_of_organization on verified_domain (verified_by);
alter table verified_domain enable row level security;
alter table verified_domain force row level security;
create policy system on verified_domain to postwright_system using (true) with check (true);
grant select, insert, delete on verified_domain to postwright_system;
