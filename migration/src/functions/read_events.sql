-- Up to `p_limit` events of a session's log after the number `p_after`. A session without any returns one row of nulls; a
-- session that the user may not see returns no row.
create function public.read_events(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_user uuid, p_sees_all boolean, p_session uuid,
    p_after bigint, p_limit integer
)
    returns table (sequence bigint, kind text, turn_id uuid, data json, created_at timestamptz)
    language plpgsql stable
    as $$
begin
    return query
        select later.sequence, later.type, later.turn_id, later.data, later.created_at
          from session s join organization o on o.id = s.organization_id left join lateral (
               select e.sequence, e.type, e.turn_id, e.data, e.created_at from event e
                where e.organization_id = s.organization_id and e.session_id = s.id and e.sequence > p_after
                order by e.sequence limit p_limit) later on true
         where s.organization_id = p_organization and s.id = p_session
           and s.expires_at + make_interval(days => o.session_retention_days) > p_now
           and (p_sees_all or s.user_id = p_user);
end
$$;
