-- A turn of a session that the user may see, with its message and its reply.
create function public.read_turn(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_user uuid, p_sees_all boolean, p_session uuid, p_turn uuid
)
    returns table (
        id uuid, session_id uuid, sequence integer, status text, message text, reply text, error_code text, retry_of uuid,
        api_key_id uuid, created_at timestamptz, started_at timestamptz, finished_at timestamptz
    )
    language plpgsql stable
    as $$
begin
    return query
        select t.id, t.session_id, t.sequence, t.status,
               coalesce((select m.text from message m
                          where m.organization_id = p_organization and m.session_id = p_session
                            and m.sequence = t.sequence and m.role = 'user'), ''),
               (select m.text from message m
                 where m.organization_id = p_organization and m.session_id = p_session
                   and m.sequence = t.sequence and m.role = 'assistant'),
               t.error_code, t.retry_of, t.api_key_id, t.created_at, t.started_at, t.finished_at
          from session s
          join organization o on o.id = s.organization_id
          join turn t on t.organization_id = s.organization_id and t.session_id = s.id
         where s.organization_id = p_organization and s.id = p_session
           and s.expires_at + make_interval(days => o.session_retention_days) > p_now
           and (p_sees_all or s.user_id = p_user) and t.id = p_turn;
end
$$;
