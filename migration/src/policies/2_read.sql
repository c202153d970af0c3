-- As before, and with what its organization demands of the post, and the day whose laws count. A message of `load_turn`
-- names its turn; the greeting has none, which is the nil one, as an array without nulls is simpler to read.
drop function read_session(timestamptz, uuid, boolean, uuid, boolean, uuid);
create function read_session(at timestamptz, org uuid, live boolean, person uuid, sees_all boolean, conversation uuid)
    returns table (of_session session, required_fields text[], blocking_rules text[], today date)
    language plpgsql stable
    as $$
begin
    return query
        select s, o.required_fields, o.blocking_rules, at::date
          from session s join organization o on o.id = s.organization_id
         where s.organization_id = org and s.id = conversation and s.expires_at > at and (sees_all or s.user_id = person);
end
$$;

drop function load_turn(timestamptz, uuid, boolean, uuid, uuid, integer, integer);
create function load_turn(
    at timestamptz, org uuid, live boolean, conversation uuid, which uuid, held_epoch integer, most integer
)
    returns table (
        place integer, accepted_at timestamptz, turns uuid[], speakers text[], texts text[], times timestamptz[],
        of_session session, required_fields text[], blocking_rules text[], today date
    )
    language plpgsql stable
    as $$
begin
    return query
        select t.sequence, t.created_at, said.turns, said.speakers, said.texts, said.times, s,
               o.required_fields, o.blocking_rules, at::date
          from turn t
          join organization o on o.id = t.organization_id
          left join session s on s.organization_id = org and s.id = conversation and s.expires_at > at
          cross join lateral (
               select array_agg(coalesce(line.turn_id, '00000000-0000-0000-0000-000000000000')), array_agg(line.role),
                      array_agg(line.text), array_agg(line.created_at)
                 from (select m.turn_id, m.role, m.text, m.created_at from message m
                        where m.organization_id = org and m.session_id = conversation and m.sequence <= t.sequence
                          and not m.is_hidden
                        order by m.sequence desc, m.role limit most) line
               ) said (turns, speakers, texts, times)
         where t.organization_id = org and t.session_id = conversation and t.id = which
           and t.epoch = held_epoch and t.status = 'running';
end
$$;
