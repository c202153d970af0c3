-- Fair claims: every organization's first, then every organization's second, and so on, up to its share. The turns
-- that an organization already has running count, so one with many waiting does not delay another's single one.
--
-- Sessions are locked with their heads, and whatever is locked is skipped: a claim never waits for anybody, and the
-- ring of whoever held the lock brings the next one. The first call of the model is counted here, before it is made.
drop function across.claim_turns(integer, interval);
create function across.claim_turns(most integer, lease interval, share integer)
    returns table (organization_id uuid, livemode boolean, session_id uuid, turn_id uuid, epoch integer, llm_calls integer)
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
#variable_conflict use_column
declare
    candidates uuid[];
begin
    -- One look at each organization that has something to claim, by skipping through the index.
    with recursive waiting as (
        (select t.organization_id from turn t where t.status = 'queued' and t.is_head
          order by t.organization_id limit 1)
        union all
        select (select t.organization_id from turn t
                 where t.status = 'queued' and t.is_head and t.organization_id > w.organization_id
                 order by t.organization_id limit 1)
          from waiting w where w.organization_id is not null
    ), busy as (
        select w.organization_id, least(coalesce(o.turns_at_once, share), share) as may_run,
               (select count(*) from turn r where r.organization_id = w.organization_id and r.status = 'running') as runs
          from waiting w join organization o on o.id = w.organization_id
    ), ranked as (
        select t.id, t.run_after, b.runs + row_number() over (partition by b.organization_id order by t.run_after) as place
          from busy b cross join lateral (
              select h.id, h.run_after from turn h
               where h.organization_id = b.organization_id and h.status = 'queued' and h.is_head
                 and h.run_after <= app_clock() and h.claims < 3
               order by h.run_after
               limit greatest(least(b.may_run - b.runs, most), 0)) t
    )
    select array_agg(r.id) into candidates
      from (select id from ranked order by place, run_after limit most) r;

    return query
        with heads as (
            select t.organization_id, t.id, t.session_id
              from turn t join session s on s.organization_id = t.organization_id and s.id = t.session_id
             where t.id = any (candidates) and t.status = 'queued' and t.is_head
               for update of s, t skip locked
        ), claimed as (
            update turn t
               set status = 'running', epoch = t.epoch + 1, claims = t.claims + 1, llm_calls = t.llm_calls + 1,
                   lease_until = app_clock() + lease, started_at = coalesce(t.started_at, app_clock())
              from heads h
             where t.organization_id = h.organization_id and t.id = h.id and t.llm_calls < 3
            returning t.organization_id, t.livemode, t.session_id, t.id, t.epoch, t.llm_calls
        ), numbered as (
            update session s set next_event = s.next_event + 1
              from claimed c where s.organization_id = c.organization_id and s.id = c.session_id
            returning s.organization_id, s.id, s.next_event - 1 as sequence
        ), told as (
            insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data)
            select c.organization_id, c.session_id, n.sequence, c.livemode, c.id, 'turn.running',
                   json_build_object('turn_id', c.id, 'attempt', c.epoch)
              from claimed c join numbered n on n.organization_id = c.organization_id and n.id = c.session_id
        )
        select c.organization_id, c.livemode, c.session_id, c.id, c.epoch, c.llm_calls from claimed c;
end
$$;

-- Turns whose worker is gone run again; they fail when that was their third claim or the last call of the model. A
-- failed one makes room for the next of its session. One process at a time.
drop function across.reconcile(integer);
create function across.reconcile(most integer)
    returns table (turn_id uuid, session_id uuid, status text)
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
#variable_conflict use_column
begin
    if not pg_try_advisory_xact_lock(hashtext('postwright.reconcile')) then
        return;
    end if;
    return query
        with lost as (
            select t.organization_id, t.id, t.session_id, t.sequence,
                   t.claims >= 3 or t.llm_calls >= 3 as is_over
              from turn t join session s on s.organization_id = t.organization_id and s.id = t.session_id
             where t.status = 'running' and t.lease_until < app_clock()
             order by t.lease_until limit most
               for update of s, t skip locked
        ), ended as (
            update turn t
               set status = case when l.is_over then 'failed' else 'queued' end,
                   lease_until = null,
                   run_after = app_clock(),
                   is_head = not l.is_over,
                   error_code = case when l.is_over then 'worker_lost' end,
                   finished_at = case when l.is_over then app_clock() end
              from lost l where t.organization_id = l.organization_id and t.id = l.id
            returning t.organization_id, t.session_id, t.id, t.livemode, t.status, t.error_code, t.epoch
        ), promoted as (
            update turn t set is_head = true
              from lost l
             where l.is_over and t.organization_id = l.organization_id and t.id = (
                 select n.id from turn n
                  where n.organization_id = l.organization_id and n.session_id = l.session_id
                    and n.sequence > l.sequence and n.status = 'queued'
                  order by n.sequence limit 1)
        ), numbered as (
            update session s set next_event = s.next_event + 1
              from ended e where s.organization_id = e.organization_id and s.id = e.session_id
            returning s.organization_id, s.id, s.next_event - 1 as sequence
        ), told as (
            insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data)
            select e.organization_id, e.session_id, n.sequence, e.livemode, e.id,
                   case e.status when 'failed' then 'turn.failed' else 'turn.queued' end,
                   case e.status when 'failed' then json_build_object('turn_id', e.id, 'code', e.error_code)
                                 else json_build_object('turn_id', e.id, 'attempt', e.epoch + 1) end
              from ended e join numbered n on n.organization_id = e.organization_id and n.id = e.session_id
        )
        select e.id, e.session_id, e.status from ended e;
end
$$;

-- Without a lock of its own: whoever sweeps holds one for the whole sweep.
drop function across.sweep_sessions(integer);
create function across.sweep_sessions(most integer) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    swept integer;
begin
    with expired as (
        select s.organization_id, s.id from session s where s.expires_at <= app_clock()
         order by s.expires_at limit most for update skip locked)
    delete from session s using expired where s.organization_id = expired.organization_id and s.id = expired.id;
    get diagnostics swept = row_count;
    return swept;
end
$$;

-- Deletes what is of no use any more: keys after a day, pieces of answers after an hour.
create function across.sweep_traces(most integer) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    keys integer;
    pieces integer;
begin
    delete from idempotency_key k where k.ctid = any (array(
        select ctid from idempotency_key where created_at < now() - interval '24 hours' limit most));
    get diagnostics keys = row_count;
    delete from event e where e.ctid = any (array(
        select ctid from event
         where type in ('text.delta', 'text.reset') and created_at < app_clock() - interval '1 hour' limit most));
    get diagnostics pieces = row_count;
    return greatest(keys, pieces);
end
$$;

do $$
declare
    signature text;
begin
    for signature in select p.oid::regprocedure::text from pg_proc p
                      where p.pronamespace = 'across'::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user) loop
        execute format('revoke all on function %s from public', signature);
        execute format('alter function %s owner to postwright_system', signature);
        execute format('grant execute on function %s to postwright_app', signature);
    end loop;
end
$$;

grant select, delete on apalis.workers to postwright_app;
