-- The functions of this step are the product's busiest paths, a round trip each. They run with the rights of who calls
-- them, so row-level security holds. All begin with what the scope gives: its time, its organization, its mode.

-- A ticket for the workers, unless there is one of that key already. Without a key it is a reminder to look what is
-- due, one for each full second: all who want one before then share it. The one place that knows the queue's table.
create function put_ticket(queue text, task text, task_key text, delay_seconds double precision) returns void
    language plpgsql volatile
    as $$
declare
    due timestamptz := clock_timestamp() + make_interval(secs => delay_seconds);
begin
    if task_key is null then
        due := date_trunc('second', due) + interval '1 second';
        task_key := 'at ' || extract(epoch from due)::bigint;
        -- Whoever has the lock puts it there. Nobody waits for them: it only reminds, and they may take their time.
        if exists (select from apalis.jobs j where j.job_type = queue and j.idempotency_key = task_key)
           or not pg_try_advisory_xact_lock(hashtext(queue || task_key)) then
            return;
        end if;
    end if;
    insert into apalis.jobs
        (id, job_type, job, status, attempts, max_attempts, run_at, priority, metadata, idempotency_key)
    values (apalis.generate_ulid(), queue, convert_to(task, 'UTF8'), 'Pending', 0, 1, due, 0, ''::hstore, task_key)
    on conflict (job_type, idempotency_key) do nothing;
end
$$;

-- Writes `events`, an array of {"turn", "type", "data"}, into a session's log under numbers that the caller took from
-- the locked session.
create function log_events(at timestamptz, org uuid, live boolean, conversation uuid, first bigint, events json)
    returns void
    language plpgsql volatile
    as $$
begin
    insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
    select org, conversation, first + e.place - 1, live,
           (e.value ->> 'turn')::uuid, e.value ->> 'type', e.value -> 'data', at
      from json_array_elements(events) with ordinality as e (value, place);
end
$$;

-- The same with numbers of its own; false when there is no such session. Locks the session.
create function tell(at timestamptz, org uuid, live boolean, conversation uuid, events text) returns boolean
    language plpgsql volatile
    as $$
declare
    first bigint;
begin
    update session set next_event = next_event + json_array_length(events::json)
     where organization_id = org and id = conversation
    returning next_event - json_array_length(events::json) into first;
    if found then
        perform log_events(app_clock_now(), org, live, conversation, first, events::json);
    end if;
    return first is not null;
end
$$;

create function holds_turn(org uuid, conversation uuid, which uuid, held_epoch integer) returns boolean
    language plpgsql stable
    as $$
begin
    return exists (
        select from turn t
         where t.organization_id = org and t.session_id = conversation and t.id = which
           and t.epoch = held_epoch and t.status = 'running');
end
$$;

-- Lets the earliest waiting turn of a locked session be claimed, when none is before it.
create function promote_turn(at timestamptz, org uuid, live boolean, conversation uuid) returns void
    language plpgsql volatile
    as $$
begin
    update turn set is_head = true
     where organization_id = org and id = (
           select t.id from turn t
            where t.organization_id = org and t.session_id = conversation and t.status in ('queued', 'running')
            order by t.sequence limit 1)
       and status = 'queued' and not is_head;
end
$$;

-- Cancels turns of a locked session; whoever runs one holds an older epoch from then on.
create function cancel_turns(at timestamptz, org uuid, live boolean, conversation uuid, which uuid[]) returns void
    language plpgsql volatile
    as $$
begin
    update turn
       set status = 'cancelled', epoch = epoch + 1, is_head = false, lease_until = null, finished_at = app_clock_now()
     where organization_id = org and session_id = conversation and id = any (which);
    update message set is_hidden = true where organization_id = org and turn_id = any (which);
    perform tell(at, org, live, conversation, (
        select json_agg(json_build_object(
                   'turn', w.id, 'type', 'turn.cancelled', 'data', json_build_object('turn_id', w.id)) order by w.place)::text
          from unnest(which) with ordinality as w (id, place)));
end
$$;

-- The job post of a session that was said yes to; the same content of a session is written once.
create function publish_post(
    at timestamptz, org uuid, live boolean, conversation uuid, new_post uuid, new_content text, new_hash text,
    out post uuid, out post_revision integer, out is_new boolean
)
    language plpgsql volatile
    as $$
begin
    select p.id, p.revision into post, post_revision
      from job_post p where p.organization_id = org and p.session_id = conversation and p.content_hash = new_hash;
    is_new := not found;
    if is_new then
        insert into job_post
            (organization_id, id, livemode, session_id, user_id, revision, company_name, content, content_hash, created_at)
        select org, new_post, live, s.id, s.user_id,
               1 + coalesce((select max(p.revision) from job_post p where p.organization_id = org and p.session_id = s.id), 0),
               s.company_name, new_content::jsonb, new_hash, at
          from session s where s.organization_id = org and s.id = conversation
        returning id, revision into post, post_revision;
    end if;
end
$$;
