-- An organization: the tenant. Its row belongs to itself.
create table organization (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    -- How long a session lives after its last accepted turn or edit.
    session_lifetime_seconds integer not null default 86400 check (session_lifetime_seconds > 0),
    -- How long an expired session can still be read and reopened.
    session_retention_days integer not null default 30 check (session_retention_days between 0 and 1096),
    -- Of the IANA database: in which its times are shown.
    time_zone text not null default 'UTC' check (length(time_zone) between 1 and 64),
    -- ISO 4217: of pay that is stated without a currency, unless the place of work has another.
    currency text check (currency ~ '^[A-Z]{3}$'),
    -- In which conversations begin, the usual one first. Empty: in any.
    languages text[] not null default '{}',
    created_at timestamptz not null default now(),
    -- How many of its turns may run at once; null: what the workers' setting says.
    turns_at_once integer check (turns_at_once > 0),
    -- Its own quotas, by their names; of others it has what the API's settings say.
    quotas jsonb not null default '{}',
    -- While it is set, its callers are refused and none of its turns is claimed.
    suspended_at timestamptz,
    -- Fields that a job post must have, and compliance findings that block it. Unknown names have no effect.
    required_fields text[] not null default '{}',
    blocking_rules text[] not null default '{}',
    -- How the agent writes for it, see job_post::WritingSettings.
    writing jsonb not null default '{}',
    -- Whether the agent's greeting says that it is an AI.
    ai_disclosure boolean not null default false,
    audit_retention_days integer not null default 365 check (audit_retention_days between 30 and 3650),
    -- Whether members need a second factor. What follows for each login is in the login's row, because every request reads it.
    second_factor_required boolean not null default false
);
alter table organization enable row level security;
alter table organization force row level security;
create policy tenant on organization to postwright_app
    using (id = nullif(current_setting('app.organization', true), '')::uuid);
create policy system on organization to postwright_system using (true) with check (true);
grant select, update (name, session_lifetime_seconds, session_retention_days, required_fields, blocking_rules, writing, ai_disclosure, time_zone,
                      currency, languages, audit_retention_days, second_factor_required)
    on organization to postwright_app;
grant select, insert, update, delete on organization to postwright_system;
create trigger record_change after insert or update on organization for each row execute function record_change(
    'organization', 'id',
    'name session_lifetime_seconds session_retention_days turns_at_once quotas suspended_at required_fields blocking_rules writing'
    ' ai_disclosure time_zone currency languages audit_retention_days second_factor_required', '', 'id created_at');
