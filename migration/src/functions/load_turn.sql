-- What a worker needs to run a claimed turn: its session (nulls when that has expired), the rules of the organization, and
-- the conversation, latest message first, without hidden messages. No row: the claim is lost. The greeting's turn is the
-- nil UUID, because an array without nulls is simpler to read.
create function public.load_turn(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer,
    p_max_messages integer
)
    returns table (
        turn_sequence integer, accepted_at timestamptz,
        message_turns uuid[], message_roles text[], message_texts text[], message_times timestamptz[],
        organization_id uuid, id uuid, livemode boolean, user_id uuid, api_key_id uuid, company_name text, draft jsonb,
        version integer, is_complete boolean, shown_hash text, revision integer, next_sequence integer, next_event bigint,
        message_count integer, locale text, forked_from uuid, created_at timestamptz, updated_at timestamptz,
        expires_at timestamptz, expiry_noticed boolean, required_fields text[], blocking_rules text[], writing json,
        currency text, session_retention_days integer, now timestamptz
    )
    language plpgsql stable
    as $$
begin
    return query
        select t.sequence, t.created_at, earlier.turns, earlier.roles, earlier.texts, earlier.times,
               s.organization_id, s.id, s.livemode, s.user_id, s.api_key_id, s.company_name, s.draft,
               s.version, s.is_complete, s.shown_hash, s.revision, s.next_sequence, s.next_event,
               s.message_count, s.locale, s.forked_from, s.created_at, s.updated_at,
               s.expires_at, s.expiry_noticed, o.required_fields, o.blocking_rules, o.writing::json,
               o.currency, o.session_retention_days, p_now
          from turn t
          join organization o on o.id = t.organization_id
          left join session s on s.organization_id = p_organization and s.id = p_session and s.expires_at > p_now
          cross join lateral (
               select array_agg(coalesce(l.turn_id, '00000000-0000-0000-0000-000000000000')), array_agg(l.role),
                      array_agg(l.text), array_agg(l.created_at)
                 from (select m.turn_id, m.role, m.text, m.created_at from message m
                        where m.organization_id = p_organization and m.session_id = p_session and m.sequence <= t.sequence
                          and not m.is_hidden
                        order by m.sequence desc, m.role limit p_max_messages) l
               ) earlier (turns, roles, texts, times)
         where t.organization_id = p_organization and t.session_id = p_session and t.id = p_turn
           and t.epoch = p_epoch and t.status = 'running';
end
$$;
