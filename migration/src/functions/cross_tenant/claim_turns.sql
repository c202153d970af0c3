-- Claims turns fairly: every organization's first, then every organization's second, and so on, up to its share. Turns that
-- an organization has running count, so that many waiting ones do not delay the single one of another. Each mode of an
-- organization has a share of its own; with `p_only_livemode` one mode is claimed, as when the other's LLM is down. `p_limits` is
-- a JSON array of organizations' modes whose LLM calls keep failing: of each, at most that many turns are claimed.
--
-- Sessions are locked with their heads, and what is locked is skipped: a claim never waits, and the notification of the
-- transaction that held the lock brings the next one. The first LLM call is counted here, before it is made. Times are those
-- of the moment and not of the transaction's begin: a turn starts after the one before it has ended.
create function cross_tenant.claim_turns(
    p_worker text, p_limit integer, p_lease interval, p_share integer, p_only_livemode boolean,
    p_max_claims integer, p_max_llm_calls integer, p_limits text default '[]'
)
    returns table (
        organization_id uuid, livemode boolean, session_id uuid, turn_id uuid, epoch integer, llm_calls integer
    )
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
#variable_conflict use_column
declare
    v_organizations uuid[];
    v_turns uuid[];
    v_sessions uuid[];
begin
    -- One look at each mode of an organization that has something to claim, by skipping through the index.
    with recursive waiting as (
        (select t.organization_id, t.livemode from turn t where t.status = 'queued' and t.is_head
          order by t.organization_id, t.livemode limit 1)
        union all
        select later.organization_id, later.livemode
          from waiting w cross join lateral (
               select t.organization_id, t.livemode from turn t
                where t.status = 'queued' and t.is_head
                  and (t.organization_id, t.livemode) > (w.organization_id, w.livemode)
                order by t.organization_id, t.livemode limit 1) later
    ), busy as materialized (
        -- Materialized, as the count would be repeated for each turn that is found.
        select w.organization_id, w.livemode, least(coalesce(o.turns_at_once, p_share), p_share) as may_run,
               (select count(*) from turn r
                 where r.organization_id = w.organization_id and r.livemode = w.livemode and r.lease_until is not null) as running,
               least(coalesce(l.turns, p_limit), p_limit) as may_claim
          from waiting w join organization o on o.id = w.organization_id
               left join json_to_recordset(p_limits::json) as l (organization_id uuid, livemode boolean, turns integer)
                      on l.organization_id = w.organization_id and l.livemode = w.livemode
         where (p_only_livemode is null or w.livemode = p_only_livemode) and o.suspended_at is null
    ), ranked as (
        select b.organization_id, t.id, t.session_id, t.run_after,
               b.running + row_number() over (partition by b.organization_id, b.livemode order by t.run_after) as place
          from busy b cross join lateral (
              select h.id, h.session_id, h.run_after from turn h
               where h.organization_id = b.organization_id and h.livemode = b.livemode
                 and h.status = 'queued' and h.is_head and h.run_after <= app_clock() and h.claims < p_max_claims
               order by h.run_after
               limit greatest(least(b.may_run - b.running, b.may_claim), 0)) t
    )
    select array_agg(r.organization_id), array_agg(r.id), array_agg(r.session_id) into v_organizations, v_turns, v_sessions
      from (select organization_id, id, session_id from ranked order by place, run_after limit p_limit) r;

    return query
        with heads as (
            select t.organization_id, t.id, t.session_id
              from unnest(v_organizations, v_turns, v_sessions) c (organization_id, id, session_id)
              join turn t on t.organization_id = c.organization_id and t.id = c.id and t.id = any (v_turns)
              join session s on s.organization_id = c.organization_id and s.id = c.session_id and s.id = any (v_sessions)
             -- As one expression, so that the turns are read by their keys and not from the index of all claimable ones. The
             -- keys are conditions, too, as in complete_turns.
             where (t.session_id = c.session_id and t.status = 'queued' and t.is_head) is true
               for no key update of s, t skip locked
        ), claimed as (
            update turn t
               set status = 'running', epoch = t.epoch + 1, claims = t.claims + 1, llm_calls = t.llm_calls + 1,
                   lease_until = app_clock_now() + p_lease, worker = p_worker,
                   started_at = coalesce(t.started_at, app_clock_now())
              from heads h
             where t.organization_id = h.organization_id and t.id = h.id and t.session_id = h.session_id
               and t.id = any (v_turns) and t.llm_calls < p_max_llm_calls
            returning t.organization_id, t.livemode, t.session_id, t.id, t.epoch, t.llm_calls
        ), numbered as (
            update session s set next_event = s.next_event + 1
              from claimed c where s.organization_id = c.organization_id and s.id = c.session_id
            returning s.organization_id, s.id, s.next_event - 1 as sequence
        ), logged as (
            insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
            select c.organization_id, c.session_id, n.sequence, c.livemode, c.id, 'turn.running',
                   json_build_object('turn_id', c.id, 'attempt', c.epoch), app_clock_now()
              from claimed c join numbered n on n.organization_id = c.organization_id and n.id = c.session_id
        )
        select c.organization_id, c.livemode, c.session_id, c.id, c.epoch, c.llm_calls from claimed c;
end
$$;
