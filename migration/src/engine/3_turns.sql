-- The head of a session's queue: its earliest turn that has not ended. Only a head may be claimed, and finding one
-- costs the same however many wait behind it. Set under the lock of the session's row.
alter table turn add column is_head boolean not null default false;
-- A failed turn that was tried again: the model then sees the message once.
alter table turn add column retry_of uuid;
alter table turn add foreign key (organization_id, retry_of) references turn (organization_id, id);
create unique index one_retry_per_turn on turn (organization_id, retry_of) where retry_of is not null;

-- The migration runs as the owner, who is bound by the policies too.
alter table turn no force row level security;
update turn t set is_head = true
 where status in ('queued', 'running') and not exists (
     select from turn before
      where before.organization_id = t.organization_id and before.session_id = t.session_id
        and before.sequence < t.sequence and before.status in ('queued', 'running'));
alter table turn force row level security;

create unique index one_head_per_session on turn (organization_id, session_id)
    where is_head and status in ('queued', 'running');
drop index turn_queued;
create index turn_claimable on turn (organization_id, run_after) where status = 'queued' and is_head;
create index turn_running on turn (organization_id) where status = 'running';

-- How many turns of one organization may run at once; null means what the workers' setting says.
alter table organization add column turns_at_once integer check (turns_at_once > 0);
