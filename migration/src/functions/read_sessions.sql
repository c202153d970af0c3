-- Reads many sessions with one statement for all of an organization's mode. Returns a row for each one found, with its place in
-- the arrays, from 1, and what read_session returns. A read whose place is missing found nothing, or its caller may not act:
-- read_session decides about it. The arrays are parallel and sorted by organization and mode.
create function public.read_sessions(
    p_organizations uuid[], p_livemodes boolean[], p_users uuid[], p_logins uuid[], p_roles text[],
    p_not_before timestamptz[], p_expires_at timestamptz[], p_api_keys uuid[], p_scopes text[], p_sees_all boolean[],
    p_sessions uuid[]
)
    returns table (
        place integer, organization_id uuid, id uuid, livemode boolean, user_id uuid, api_key_id uuid, company_name text,
        draft jsonb, version integer, is_complete boolean, shown_hash text, revision integer, next_sequence integer,
        next_event bigint, message_count integer, locale text, forked_from uuid, created_at timestamptz, updated_at timestamptz,
        expires_at timestamptz, expiry_noticed boolean, required_fields text[], blocking_rules text[], writing json,
        currency text, session_retention_days integer, now timestamptz
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
        -- Each caller once. The scope that this sets is the same for all of them: the organization and the mode.
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
         where b.credential = 'valid';
        continue when v_admitted is null;
        -- The limit excludes nothing: with one, the planner expects few rows and reads sessions by their keys. The keys are
        -- conditions, too, as in complete_turns.
        return query
            select v_first - 1 + a.place::integer, s.organization_id, s.id, s.livemode, s.user_id, s.api_key_id,
                   s.company_name, s.draft, s.version, s.is_complete, s.shown_hash, s.revision, s.next_sequence, s.next_event,
                   s.message_count, s.locale, s.forked_from, s.created_at, s.updated_at, s.expires_at, s.expiry_noticed,
                   o.required_fields, o.blocking_rules, o.writing::json, o.currency, o.session_retention_days, v_now
              from organization o
             cross join (select *
                           from unnest(v_sessions, p_users[v_first:v_last], p_sees_all[v_first:v_last])
                                with ordinality as a (session_id, user_id, sees_all, place)
                          limit cardinality(p_sessions)) a
              join session s on s.organization_id = v_group.organization_id and s.id = a.session_id
                            and s.id = any (v_sessions)
             where o.id = v_group.organization_id and a.place = any (v_admitted)
               and s.expires_at + make_interval(days => o.session_retention_days) > v_now
               and (a.sees_all or s.user_id = a.user_id);
    end loop;
end
$$;
