-- Copies the greeting and turns with their messages into another session of the same organization, under new ids: `p_turns[n]`
-- becomes `p_copies[n]`. `p_message_bytes` are the bytes of these messages, `p_copied_bytes` those of all that the other session
-- begins with. Traces are not copied. A message that is hidden because its turn was retried becomes visible when the retry is
-- not copied. The other session goes on after the copies.
create function public.copy_conversation(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_original uuid, p_fork uuid,
    p_turns uuid[], p_copies uuid[], p_message_bytes bigint, p_copied_bytes bigint
)
    returns void
    language plpgsql volatile
    as $$
declare
    v_messages integer;
begin
    insert into turn
        (organization_id, id, livemode, session_id, user_id, api_key_id, sequence, status, retry_of, run_after,
         error_code, created_at, started_at, finished_at)
    select p_organization, copied.copy, p_livemode, p_fork, t.user_id, t.api_key_id, t.sequence, t.status, retried.copy,
           t.run_after, t.error_code, t.created_at, t.started_at, t.finished_at
      from unnest(p_turns, p_copies) copied (original, copy)
      join turn t on t.organization_id = p_organization and t.session_id = p_original and t.id = copied.original
      left join unnest(p_turns, p_copies) retried (original, copy) on retried.original = t.retry_of;
    insert into message
        (organization_id, id, livemode, session_id, turn_id, sequence, role, text, is_hidden, created_at)
    select p_organization, new_id(), p_livemode, p_fork, copied.copy, m.sequence, m.role, m.text,
           exists (select from turn retry
                    where retry.organization_id = p_organization and retry.retry_of = m.turn_id
                      and retry.id = any (p_turns)),
           m.created_at
      from message m
      left join unnest(p_turns, p_copies) copied (original, copy) on copied.original = m.turn_id
     where m.organization_id = p_organization and m.session_id = p_original
       and (m.turn_id is null or copied.copy is not null);
    get diagnostics v_messages = row_count;
    update session
       set message_count = v_messages, stored_bytes = p_message_bytes, copied_bytes = p_copied_bytes,
           next_sequence = 1 + coalesce(
               (select max(t.sequence) from turn t where t.organization_id = p_organization and t.session_id = p_fork), 0)
     where organization_id = p_organization and id = p_fork;
end
$$;
