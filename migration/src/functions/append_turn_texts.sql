-- Appends a piece of text of many running turns to their sessions' logs, in one transaction and with one statement for all turns
-- of an organization's mode. Returns the places of the appended ones in the arrays, from 1. A turn whose place is missing wrote
-- nothing, because its claim is lost or a lock is taken: append_turn_events decides about it.
--
-- The arrays are parallel and sorted by organization, mode and session; a session occurs once. The writes are those of
-- append_events and insert_events, see complete_turns.
create function public.append_turn_texts(
    p_organizations uuid[], p_livemodes boolean[], p_sessions uuid[], p_turns uuid[], p_epochs integer[], p_events text[]
)
    returns setof integer
    language plpgsql volatile
    as $$
declare
    v_setting text := set_config('lock_timeout', '2s', true);
    v_group record;
    v_locked bigint[];
    v_first integer;
    v_last integer;
    v_sessions uuid[];
    v_turns uuid[];
begin
    for v_group in
        select g.organization_id, g.livemode, min(g.place)::integer as first, max(g.place)::integer as last
          from unnest(p_organizations, p_livemodes) with ordinality as g (organization_id, livemode, place)
         group by g.organization_id, g.livemode
         order by g.organization_id, g.livemode
    loop
        v_first := v_group.first;
        v_last := v_group.last;
        v_sessions := p_sessions[v_first:v_last];
        v_turns := p_turns[v_first:v_last];
        perform begin_tenant_transaction(
                    p_organization => v_group.organization_id, p_livemode => v_group.livemode, p_user => null,
                    p_login => null, p_role => null, p_not_before => null, p_expires_at => null, p_api_key => null,
                    p_scopes => null, p_enrolling => false, p_audit_context => null);
        -- The limit, the keys as conditions and the one expression are as in complete_turns.
        select array_agg(locked.place) into v_locked
          from (select a.place
                  from (select *
                          from unnest(v_sessions, v_turns, p_epochs[v_first:v_last])
                               with ordinality as a (session_id, turn_id, epoch, place)
                         limit cardinality(p_turns)) a
                  join session s on s.organization_id = v_group.organization_id and s.id = a.session_id
                                and s.id = any (v_sessions)
                  join turn t on t.organization_id = v_group.organization_id and t.id = a.turn_id and t.id = any (v_turns)
                 where (t.session_id = a.session_id and t.epoch = a.epoch and t.status = 'running') is true
                 order by a.session_id
                   for no key update of s, t skip locked) locked;
        continue when v_locked is null;
        return query
            with asked as (
                select *
                  from unnest(v_sessions, p_events[v_first:v_last])
                       with ordinality as a (session_id, events, place)
                 where a.place = any (v_locked)
                 limit cardinality(v_locked)
            ), advanced as (
                update session s
                   set next_event = s.next_event + json_array_length(a.events::json)
                  from asked a
                 where s.organization_id = v_group.organization_id and s.id = a.session_id and s.id = any (v_sessions)
                returning a.place, a.session_id, a.events::json as events,
                          s.next_event - json_array_length(a.events::json) as first_event
            ), logged as (
                insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
                select v_group.organization_id, v.session_id, v.first_event + n.place - 1, v_group.livemode,
                       (n.value ->> 'turn')::uuid, n.value ->> 'type', n.value -> 'data', app_clock_now()
                  from advanced v cross join lateral json_array_elements(v.events) with ordinality as n (value, place)
            )
            select v_first - 1 + v.place::integer from advanced v;
    end loop;
end
$$;
