-- Copies turns and messages of a conversation into another of the same organization, under new ids: `turns[n]` becomes
-- `new_turns[n]`. What the model did for them is told where it happened. A message that is hidden because its turn was
-- tried again is not, when that other turn is not copied. The other conversation goes on after them.
create function copy_conversation(
    at timestamptz, org uuid, live boolean, original uuid, fork uuid,
    turns uuid[], new_turns uuid[], messages uuid[], new_messages uuid[]
)
    returns void
    language plpgsql volatile
    as $$
begin
    insert into turn
        (organization_id, id, livemode, session_id, user_id, sequence, status, retry_of, run_after, error_code,
         created_at, started_at, finished_at)
    select org, copied.fresh, live, fork, t.user_id, t.sequence, t.status, retried.fresh, t.run_after, t.error_code,
           t.created_at, t.started_at, t.finished_at
      from unnest(turns, new_turns) copied (old, fresh)
      join turn t on t.organization_id = org and t.session_id = original and t.id = copied.old
      left join unnest(turns, new_turns) retried (old, fresh) on retried.old = t.retry_of;
    insert into message
        (organization_id, id, livemode, session_id, turn_id, sequence, role, text, is_hidden, created_at)
    select org, copied.fresh, live, fork, of_turn.fresh, m.sequence, m.role, m.text,
           m.is_hidden and (t.status = 'cancelled' or exists (
               select from turn later
                where later.organization_id = org and later.retry_of = t.id and later.id = any (turns))),
           m.created_at
      from unnest(messages, new_messages) copied (old, fresh)
      join message m on m.organization_id = org and m.session_id = original and m.id = copied.old
      left join turn t on t.organization_id = org and t.id = m.turn_id
      left join unnest(turns, new_turns) of_turn (old, fresh) on of_turn.old = m.turn_id;
    update session
       set message_count = cardinality(messages),
           next_sequence = 1 + coalesce(
               (select max(t.sequence) from turn t where t.organization_id = org and t.session_id = fork), 0)
     where organization_id = org and id = fork;
end
$$;
