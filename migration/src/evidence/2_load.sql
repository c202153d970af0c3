-- What a claimed turn is about: its session, none when that has expired, and the conversation, latest first, without
-- what is hidden from the model. As before, and which turn each message belongs to: the greeting to none, which is nil, as
-- an array of values without nulls is simpler to read.
drop function load_turn(timestamptz, uuid, boolean, uuid, uuid, integer, integer);
create function load_turn(
    at timestamptz, org uuid, live boolean, conversation uuid, which uuid, held_epoch integer, most integer
)
    returns table (
        place integer, accepted_at timestamptz, turns uuid[], speakers text[], texts text[], times timestamptz[], of_session session
    )
    language plpgsql stable
    as $$
begin
    return query
        select t.sequence, t.created_at, said.turns, said.speakers, said.texts, said.times, s
          from turn t
          left join session s on s.organization_id = org and s.id = conversation and s.expires_at > at
          cross join lateral (
               select array_agg(coalesce(line.turn_id, '00000000-0000-0000-0000-000000000000')), array_agg(line.role), array_agg(line.text), array_agg(line.created_at)
                 from (select m.turn_id, m.role, m.text, m.created_at from message m
                        where m.organization_id = org and m.session_id = conversation and m.sequence <= t.sequence
                          and not m.is_hidden
                        order by m.sequence desc, m.role limit most) line
               ) said (turns, speakers, texts, times)
         where t.organization_id = org and t.session_id = conversation and t.id = which
           and t.epoch = held_epoch and t.status = 'running';
end
$$;
