-- Claims as before, with each turn found by its key, and with times of the moment and not of the transaction's begin: a
-- turn starts after the one before it has ended.
create or replace function across.claim_turns(most integer, lease interval, share integer)
    returns table (organization_id uuid, livemode boolean, session_id uuid, turn_id uuid, epoch integer, llm_calls integer)
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
#variable_conflict use_column
declare
    candidates uuid[];
    organizations uuid[];
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
        select b.organization_id, t.id, t.run_after,
               b.runs + row_number() over (partition by b.organization_id order by t.run_after) as place
          from busy b cross join lateral (
              select h.id, h.run_after from turn h
               where h.organization_id = b.organization_id and h.status = 'queued' and h.is_head
                 and h.run_after <= app_clock() and h.claims < 3
               order by h.run_after
               limit greatest(least(b.may_run - b.runs, most), 0)) t
    )
    select array_agg(r.organization_id), array_agg(r.id) into organizations, candidates
      from (select organization_id, id from ranked order by place, run_after limit most) r;

    return query
        with heads as (
            select t.organization_id, t.id, t.session_id
              from unnest(organizations, candidates) c (organization_id, id)
              join turn t on t.organization_id = c.organization_id and t.id = c.id
              join session s on s.organization_id = t.organization_id and s.id = t.session_id
             where t.status = 'queued' and t.is_head
               for no key update of s, t skip locked
        ), claimed as (
            update turn t
               set status = 'running', epoch = t.epoch + 1, claims = t.claims + 1, llm_calls = t.llm_calls + 1,
                   lease_until = app_clock_now() + lease, started_at = coalesce(t.started_at, app_clock_now())
              from heads h
             where t.organization_id = h.organization_id and t.id = h.id and t.llm_calls < 3
            returning t.organization_id, t.livemode, t.session_id, t.id, t.epoch, t.llm_calls
        ), numbered as (
            update session s set next_event = s.next_event + 1
              from claimed c where s.organization_id = c.organization_id and s.id = c.session_id
            returning s.organization_id, s.id, s.next_event - 1 as sequence
        ), told as (
            insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
            select c.organization_id, c.session_id, n.sequence, c.livemode, c.id, 'turn.running',
                   json_build_object('turn_id', c.id, 'attempt', c.epoch), app_clock_now()
              from claimed c join numbered n on n.organization_id = c.organization_id and n.id = c.session_id
        )
        select c.organization_id, c.livemode, c.session_id, c.id, c.epoch, c.llm_calls from claimed c;
end
$$;
