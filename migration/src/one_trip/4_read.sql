create function read_session(at timestamptz, org uuid, live boolean, person uuid, sees_all boolean, conversation uuid)
    returns setof session
    language plpgsql stable
    as $$
begin
    return query
        select s.* from session s
         where s.organization_id = org and s.id = conversation and s.expires_at > at and (sees_all or s.user_id = person);
end
$$;

create function read_turn(
    at timestamptz, org uuid, live boolean, person uuid, sees_all boolean, conversation uuid, which uuid
)
    returns table (found turn, said text, answered text)
    language plpgsql stable
    as $$
begin
    return query
        select t,
               (select m.text from message m
                 where m.organization_id = org and m.session_id = conversation and m.sequence = t.sequence
                   and m.role = 'user'),
               (select m.text from message m
                 where m.organization_id = org and m.session_id = conversation and m.sequence = t.sequence
                   and m.role = 'assistant')
          from session s join turn t on t.organization_id = s.organization_id and t.session_id = s.id
         where s.organization_id = org and s.id = conversation and s.expires_at > at and (sees_all or s.user_id = person)
           and t.id = which;
end
$$;

-- Up to `most` events after the one numbered `seen`. A session without any gives one row of nothing, no session none.
create function read_events(
    at timestamptz, org uuid, live boolean, person uuid, sees_all boolean, conversation uuid, seen bigint, most integer
)
    returns setof event
    language plpgsql stable
    as $$
begin
    return query
        select later.*
          from session s left join lateral (
               select e.* from event e
                where e.organization_id = s.organization_id and e.session_id = s.id and e.sequence > seen
                order by e.sequence limit most) later on true
         where s.organization_id = org and s.id = conversation and s.expires_at > at and (sees_all or s.user_id = person);
end
$$;

-- What a claimed turn is about: its session, none when that has expired, and the conversation, latest first, without
-- what is hidden from the model.
create function load_turn(
    at timestamptz, org uuid, live boolean, conversation uuid, which uuid, held_epoch integer, most integer
)
    returns table (place integer, accepted_at timestamptz, speakers text[], texts text[], times timestamptz[], of_session session)
    language plpgsql stable
    as $$
begin
    return query
        select t.sequence, t.created_at, said.speakers, said.texts, said.times, s
          from turn t
          left join session s on s.organization_id = org and s.id = conversation and s.expires_at > at
          cross join lateral (
               select array_agg(line.role), array_agg(line.text), array_agg(line.created_at)
                 from (select m.role, m.text, m.created_at from message m
                        where m.organization_id = org and m.session_id = conversation and m.sequence <= t.sequence
                          and not m.is_hidden
                        order by m.sequence desc, m.role limit most) line
               ) said (speakers, texts, times)
         where t.organization_id = org and t.session_id = conversation and t.id = which
           and t.epoch = held_epoch and t.status = 'running';
end
$$;
