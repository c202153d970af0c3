-- As before; a plan that is kept costs less than one that is made at each call.
create or replace function app_clock() returns timestamptz
    language plpgsql stable
    as $$ begin return now() + (select ahead_by from public.clock_offset); end $$;

-- The same clock at the moment of the call and not at the beginning of the transaction: for what is written once a lock
-- was waited for, so that what comes later in a session has the later time.
create function app_clock_now() returns timestamptz
    language plpgsql volatile
    as $$ begin return clock_timestamp() + (select ahead_by from public.clock_offset); end $$;

-- As before, with the settings made by assignments, which run no statement of their own: each step of a turn opens one.
create or replace function open_scope(
    org uuid, live boolean, person uuid, login_id uuid, claimed_role text, not_before timestamptz, expires timestamptz,
    out at timestamptz, out real_time timestamptz, out standing text
)
    language plpgsql volatile
    as $$
declare
    was_set text;
begin
    was_set := set_config('app.org', org::text, true);
    was_set := set_config('app.livemode', live::text, true);
    real_time := now();
    at := real_time + (select ahead_by from clock_offset);
    if person is null then
        standing := 'system';
    elsif real_time < not_before - interval '10 seconds' or real_time > expires + interval '10 seconds' then
        standing := 'expired';
    else
        select case when m.role = claimed_role then 'good' else 'changed' end into standing
          from login l join membership m using (organization_id, user_id)
         where l.organization_id = org and l.id = open_scope.login_id and l.user_id = person
           and l.revoked_at is null and l.expires_at > real_time;
        standing := coalesce(standing, 'revoked');
    end if;
end
$$;

-- Messages that the model is not shown: those of cancelled turns, and of failed ones that were tried again.
alter table message add column is_hidden boolean not null default false;
alter table message no force row level security;
alter table turn no force row level security;
update message m set is_hidden = true
  from turn t
 where t.organization_id = m.organization_id and t.id = m.turn_id
   and (t.status = 'cancelled'
        or exists (select from turn later where later.organization_id = t.organization_id and later.retry_of = t.id));
alter table turn force row level security;
alter table message force row level security;

-- What was honoured of a request's wishes is told again with its answer.
alter table idempotency_key add column preference text;

-- Indexes begin with their most selective column. A plan that is made before there are statistics takes any index whose
-- first column fits, and with the organization first it reads all of an organization's rows to find one.
drop index idempotency_key_of_session;
create index idempotency_key_of_session on idempotency_key (session_id);
drop index session_by_user;
create index session_by_user on session (user_id, organization_id, id);
drop index turn_unfinished;
create index turn_unfinished on turn (session_id, sequence) where status in ('queued', 'running');
drop index one_running_turn_per_session;
create unique index one_running_turn_per_session on turn (session_id, organization_id) where status = 'running';
drop index one_head_per_session;
create unique index one_head_per_session on turn (session_id, organization_id)
    where is_head and status in ('queued', 'running');
drop index message_of_turn;
create index message_of_turn on message (turn_id);
drop index draft_change_of_turn;
create index draft_change_of_turn on draft_change (turn_id);

-- Tickets of before say which turn they are for; the workers poll anyway.
delete from apalis.jobs where job_type = 'turns' and status not in ('Done', 'Killed');
