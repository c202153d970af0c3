-- Reads many turns with one statement for all of an organization's mode. Returns a row for each one found, with its place in the
-- arrays, from 1, and what read_turn returns. A read whose place is missing found nothing, or its caller may not act: read_turn
-- decides about it. The arrays are parallel and sorted by organization and mode.
create function public.read_turns(
    p_organizations uuid[], p_livemodes boolean[], p_users uuid[], p_logins uuid[], p_roles text[],
    p_not_before timestamptz[], p_expires_at timestamptz[], p_api_keys uuid[], p_scopes text[], p_sees_all boolean[],
    p_sessions uuid[], p_turns uuid[]
)
    returns table (
        place integer, id uuid, session_id uuid, sequence integer, status text, message text, reply text, error_code text,
        retry_of uuid, api_key_id uuid, created_at timestamptz, started_at timestamptz, finished_at timestamptz
    )
    language plpgsql volatile
    as $$
#variable_conflict use_column
declare
    v_group record;
    v_now timestamptz;
    v_admitted bigint[];
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
        -- As in read_sessions. Most callers are Postwright itself, which completes a request that waits for its turn.
        select max(b.now), array_agg(admitted.place) into v_now, v_admitted
          from (select c.user_id, c.login_id, c.role, c.not_before, c.expires_at, c.api_key_id, c.scopes,
                       array_agg(c.place) as places
                  from unnest(p_users[v_first:v_last], p_logins[v_first:v_last], p_roles[v_first:v_last],
                              p_not_before[v_first:v_last], p_expires_at[v_first:v_last], p_api_keys[v_first:v_last],
                              p_scopes[v_first:v_last])
                       with ordinality as c (user_id, login_id, role, not_before, expires_at, api_key_id, scopes, place)
                 group by c.user_id, c.login_id, c.role, c.not_before, c.expires_at, c.api_key_id, c.scopes) caller
          cross join lateral begin_tenant_transaction(
                   p_organization => v_group.organization_id, p_livemode => v_group.livemode, p_user => caller.user_id,
                   p_login => caller.login_id, p_role => caller.role, p_not_before => caller.not_before,
                   p_expires_at => caller.expires_at, p_api_key => caller.api_key_id, p_scopes => caller.scopes,
                   p_enrolling => false, p_audit_context => null) b
          cross join lateral unnest(caller.places) as admitted (place)
         where b.credential in ('valid', 'system');
        continue when v_admitted is null;
        -- The limit, the keys as conditions and the one expression are as in complete_turns.
        return query
            select v_first - 1 + a.place::integer, t.id, t.session_id, t.sequence, t.status,
                   coalesce((select m.text from message m
                              where m.organization_id = v_group.organization_id and m.session_id = a.session_id
                                and m.sequence = t.sequence and m.role = 'user'), ''),
                   (select m.text from message m
                     where m.organization_id = v_group.organization_id and m.session_id = a.session_id
                       and m.sequence = t.sequence and m.role = 'assistant'),
                   t.error_code, t.retry_of, t.api_key_id, t.created_at, t.started_at, t.finished_at
              from organization o
             cross join (select *
                           from unnest(v_sessions, v_turns, p_users[v_first:v_last],
                                       p_sees_all[v_first:v_last])
                                with ordinality as a (session_id, turn_id, user_id, sees_all, place)
                          limit cardinality(p_turns)) a
              join session s on s.organization_id = v_group.organization_id and s.id = a.session_id
                            and s.id = any (v_sessions)
              join turn t on t.organization_id = v_group.organization_id and t.id = a.turn_id and t.id = any (v_turns)
             where o.id = v_group.organization_id and a.place = any (v_admitted)
               and s.expires_at + make_interval(days => o.session_retention_days) > v_now
               and (a.sees_all or s.user_id = a.user_id) and (t.session_id = a.session_id) is true;
    end loop;
end
$$;
