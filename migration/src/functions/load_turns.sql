-- Loads many claimed turns with one statement for all of an organization's mode. Returns a row for each one, with its place in
-- the arrays, from 1, and what load_turn returns. A turn whose place is missing was not loaded, because its claim is lost, its
-- session has expired, or the session has more than `p_max_bytes`, so that the rows of a batch stay small: load_turn decides
-- about it. The arrays are parallel and sorted by organization and mode.
create function public.load_turns(
    p_organizations uuid[], p_livemodes boolean[], p_sessions uuid[], p_turns uuid[], p_epochs integer[],
    p_max_messages integer, p_max_bytes bigint
)
    returns table (
        place integer, turn_sequence integer, accepted_at timestamptz,
        message_turns uuid[], message_roles text[], message_texts text[], message_times timestamptz[],
        organization_id uuid, id uuid, livemode boolean, user_id uuid, api_key_id uuid, company_name text, draft jsonb,
        version integer, is_complete boolean, shown_hash text, revision integer, next_sequence integer, next_event bigint,
        message_count integer, locale text, forked_from uuid, created_at timestamptz, updated_at timestamptz,
        expires_at timestamptz, expiry_noticed boolean, required_fields text[], blocking_rules text[], writing json,
        currency text, session_retention_days integer, now timestamptz
    )
    language plpgsql volatile
    as $$
#variable_conflict use_column
declare
    v_group record;
    v_now timestamptz;
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
        select b.now into v_now
          from begin_tenant_transaction(
                   p_organization => v_group.organization_id, p_livemode => v_group.livemode, p_user => null, p_login => null,
                   p_role => null, p_not_before => null, p_expires_at => null, p_api_key => null, p_scopes => null,
                   p_enrolling => false, p_audit_context => null) b;
        -- The limit, the keys as conditions and the one expression are as in complete_turns.
        return query
            select v_first - 1 + a.place::integer, t.sequence, t.created_at,
                   earlier.turns, earlier.roles, earlier.texts, earlier.times,
                   s.organization_id, s.id, s.livemode, s.user_id, s.api_key_id, s.company_name, s.draft,
                   s.version, s.is_complete, s.shown_hash, s.revision, s.next_sequence, s.next_event,
                   s.message_count, s.locale, s.forked_from, s.created_at, s.updated_at,
                   s.expires_at, s.expiry_noticed, o.required_fields, o.blocking_rules, o.writing::json,
                   o.currency, o.session_retention_days, v_now
              from organization o
             cross join (select *
                           from unnest(v_sessions, v_turns, p_epochs[v_first:v_last])
                                with ordinality as a (session_id, turn_id, epoch, place)
                          limit cardinality(p_turns)) a
              join session s on s.organization_id = v_group.organization_id and s.id = a.session_id
                            and s.id = any (v_sessions)
              join turn t on t.organization_id = v_group.organization_id and t.id = a.turn_id and t.id = any (v_turns)
             cross join lateral (
                   select array_agg(coalesce(l.turn_id, '00000000-0000-0000-0000-000000000000')), array_agg(l.role),
                          array_agg(l.text), array_agg(l.created_at)
                     from (select m.turn_id, m.role, m.text, m.created_at from message m
                            where m.organization_id = v_group.organization_id and m.session_id = a.session_id
                              and m.sequence <= t.sequence and not m.is_hidden
                            order by m.sequence desc, m.role limit p_max_messages) l
                   ) earlier (turns, roles, texts, times)
             where o.id = v_group.organization_id and s.expires_at > v_now and s.stored_bytes <= p_max_bytes
               and (t.session_id = a.session_id and t.epoch = a.epoch and t.status = 'running') is true;
    end loop;
end
$$;
