-- The audit log: who did what in an organization, without secrets. Entries are appended in the transaction of their effect
-- and never changed, except that the erasure of an account removes what tells who the person is. The sweep deletes them when
-- the organization's retention has passed.
create table audit_entry (
    organization_id uuid not null references organization (id),
    -- Of new_id(): the ids are in the order of time, to the millisecond.
    id uuid not null,
    -- The mode of the actor's request. Live mode sees the entries of both modes.
    livemode boolean not null,
    occurred_at timestamptz not null,
    -- What happened to which object, such as `member.role_changed`.
    action text not null check (length(action) between 1 and 100),
    -- 'anonymous': a request whose sender is not known; 'system': Postwright without a request; 'operator': a command on the
    -- service's machine, which `user_agent` names.
    actor_kind text not null check (actor_kind in ('person', 'api_key', 'anonymous', 'system', 'operator')),
    -- The person, or the member that the API key acted for. No foreign keys: entries outlive what they name.
    actor_user_id uuid,
    actor_api_key_id uuid,
    address text check (length(address) <= 100),
    user_agent text check (length(user_agent) <= 200),
    request_id uuid,
    -- The caller's own X-Request-Id.
    caller_request_id text check (length(caller_request_id) <= 64),
    object_type text check (length(object_type) <= 100),
    object_id uuid,
    -- The recorded columns that the action changed.
    before jsonb,
    after jsonb,
    -- Of actions that change no row.
    details jsonb,
    primary key (organization_id, id)
);
create index audit_entry_by_action on audit_entry (organization_id, action, id);
create index audit_entry_by_user on audit_entry (organization_id, actor_user_id, id);
create index audit_entry_by_object on audit_entry (organization_id, object_id, id);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy tenant on audit_entry to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and (livemode = nullif(current_setting('app.livemode', true), '')::boolean
                or nullif(current_setting('app.livemode', true), '')::boolean));
create policy system on audit_entry to postwright_system using (true) with check (true);
grant select, insert on audit_entry to postwright_app;
grant select, insert, delete, update (address, user_agent, caller_request_id, before, after, details) on audit_entry
    to postwright_system;
create trigger keep_audit_entry before update or delete on audit_entry for each row execute function keep_audit_entry();
create trigger keep_all_audit_entries before truncate on audit_entry
    for each statement execute function keep_audit_entry();
