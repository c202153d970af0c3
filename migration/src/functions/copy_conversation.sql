-- Copies turns and messages of a session into another one of the same organization, under new ids: `p_turns[n]` becomes
-- `p_turn_copies[n]`. Traces are not copied. A message that is hidden because its turn was retried becomes visible when the
-- retry is not copied. The other session goes on after the copies.
create function public.copy_conversation(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_original uuid, p_fork uuid,
    p_turns uuid[], p_turn_copies uuid[], p_messages uuid[], p_message_copies uuid[]
)
    returns void
    language plpgsql volatile
    as $$
begin
    insert into turn
        (organization_id, id, livemode, session_id, user_id, api_key_id, sequence, status, retry_of, run_after,
         error_code, created_at, started_at, finished_at)
    select p_organization, copied.copy, p_livemode, p_fork, t.user_id, t.api_key_id, t.sequence, t.status, retried.copy,
           t.run_after, t.error_code, t.created_at, t.started_at, t.finished_at
      from unnest(p_turns, p_turn_copies) copied (original, copy)
      join turn t on t.organization_id = p_organization and t.session_id = p_original and t.id = copied.original
      left join unnest(p_turns, p_turn_copies) retried (original, copy) on retried.original = t.retry_of;
    insert into message
        (organization_id, id, livemode, session_id, turn_id, sequence, role, text, is_hidden, created_at)
    select p_organization, copied.copy, p_livemode, p_fork, of_turn.copy, m.sequence, m.role, m.text,
           m.is_hidden and (t.status = 'cancelled' or exists (
               select from turn later
                where later.organization_id = p_organization and later.retry_of = t.id and later.id = any (p_turns))),
           m.created_at
      from unnest(p_messages, p_message_copies) copied (original, copy)
      join message m on m.organization_id = p_organization and m.session_id = p_original and m.id = copied.original
      left join turn t on t.organization_id = p_organization and t.id = m.turn_id
      left join unnest(p_turns, p_turn_copies) of_turn (original, copy) on of_turn.original = m.turn_id;
    update session
       set message_count = cardinality(p_messages),
           stored_bytes = coalesce(
               (select sum(octet_length(m.text)) from message m
                 where m.organization_id = p_organization and m.session_id = p_fork and m.turn_id is not null), 0),
           next_sequence = 1 + coalesce(
               (select max(t.sequence) from turn t where t.organization_id = p_organization and t.session_id = p_fork), 0)
     where organization_id = p_organization and id = p_fork;
end
$$;
