-- The request log: requests of known callers that were refused or failed, without bodies. Written after the response, and kept
-- for a week.
create table request_log_entry (
    organization_id uuid not null references organization (id),
    -- The response's X-Request-Id: a UUIDv7, so the ids are in the order of time.
    request_id uuid not null,
    livemode boolean not null,
    occurred_at timestamptz not null,
    method text not null check (length(method) <= 20),
    -- Without the query string.
    path text not null check (length(path) <= 300),
    -- Null when the request timed out or failed inside the server.
    operation_id text check (length(operation_id) <= 100),
    status integer not null check (status between 400 and 599),
    -- The code of the problem.
    code text not null check (length(code) <= 100),
    -- The person, or the member that the API key acted for. No foreign keys: entries outlive what they name.
    user_id uuid,
    api_key_id uuid,
    primary key (organization_id, request_id)
);
alter table request_log_entry enable row level security;
alter table request_log_entry force row level security;
create policy tenant on request_log_entry to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on request_log_entry to postwright_system using (true) with check (true);
grant select, insert on request_log_entry to postwright_app;
grant select, delete on request_log_entry to postwright_system;
