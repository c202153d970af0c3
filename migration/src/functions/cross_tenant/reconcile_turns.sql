-- Requeues turns whose worker died, or fails them when that was their last claim or their last LLM call. A failed turn makes
-- the next one of its session claimable. One process at a time: the others return no row.
--
-- A lease that has ended shows that a worker died. The worker `p_worker` knows it sooner of the turns that were claimed under
-- its name, for example before it was killed and started again: all but `p_running`. It waits for another process that
-- reconciles.
create function cross_tenant.reconcile_turns(
    p_limit integer, p_max_claims integer, p_max_llm_calls integer, p_worker text, p_running uuid[]
)
    returns table (turn_id uuid, session_id uuid, status text)
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
#variable_conflict use_column
begin
    if p_worker is not null then
        perform pg_advisory_xact_lock(hashtext('postwright.reconcile'));
    elsif not pg_try_advisory_xact_lock(hashtext('postwright.reconcile')) then
        return;
    end if;
    return query
        with lost as (
            select t.organization_id, t.id, t.session_id, t.sequence,
                   t.claims >= p_max_claims or t.llm_calls >= p_max_llm_calls as is_over
              from turn t join session s on s.organization_id = t.organization_id and s.id = t.session_id
             -- Only running turns have a lease. A condition on the status would have another index read, which has all of them.
             where t.lease_until < case when p_worker is null then app_clock() else 'infinity' end
               and (t.lease_until < app_clock() or t.worker = p_worker and not t.id = any (p_running))
             order by t.lease_until limit p_limit
               for update of s, t skip locked
        ), ended as (
            update turn t
               set status = case when l.is_over then 'failed' else 'queued' end,
                   lease_until = null, run_after = app_clock(), is_head = not l.is_over,
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
        ), logged as (
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
