-- The turns of a session up to `p_last`, or all, oldest first, with what a fork needs to know of each: `finished_at` is null while
-- the turn has not ended, `is_copied` is true if the fork has it, and `bytes` are those of its messages.
create function public.list_turns_to_fork(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_session uuid, p_last uuid
)
    returns table (id uuid, finished_at timestamptz, is_copied boolean, bytes bigint)
    language sql stable
    as $$
        select t.id, t.finished_at, t.finished_at is not null and t.status <> 'cancelled', coalesce(texts.bytes, 0)
          from turn t
          left join (select m.turn_id, sum(octet_length(m.text))::bigint as bytes
                       from message m
                      where m.organization_id = p_organization and m.session_id = p_session
                      group by m.turn_id) texts on texts.turn_id = t.id
         where t.organization_id = p_organization and t.session_id = p_session
           and (p_last is null
                or t.sequence <= (select l.sequence from turn l
                                   where l.organization_id = p_organization and l.session_id = p_session and l.id = p_last))
         order by t.sequence
    $$;
