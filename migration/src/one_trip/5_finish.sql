-- Commits the result of a turn for who still holds its claim. 'fenced': the claim is lost; 'stale': the session changed
-- since it was loaded; in both cases nothing was written. The order of locks is the session's row first, then its turns'.
--
-- `events` is an array of {"turn", "type", "data"}; that of a finalized post is added here, when the content is new.
create function complete_turn(
    at timestamptz, org uuid, live boolean,
    conversation uuid, which uuid, held_epoch integer, loaded_version integer, loaded_complete boolean,
    new_draft text, new_version integer, now_complete boolean, now_shown text, new_changes text,
    new_message uuid, answer text, new_trace text, new_post uuid, new_content text, new_hash text, events text
)
    returns text
    language plpgsql volatile
    as $$
declare
    moment timestamptz;
    place integer;
    first bigint;
    published record;
begin
    select s.next_event into first from session s
     where s.organization_id = org and s.id = conversation and s.expires_at > at
       and s.version = loaded_version and s.is_complete = loaded_complete
       for no key update;
    if not found then
        return case when holds_turn(org, conversation, which, held_epoch) then 'stale' else 'fenced' end;
    end if;
    moment := app_clock_now();
    update turn
       set status = 'succeeded', is_head = false, lease_until = null, finished_at = moment, trace = new_trace::jsonb
     where organization_id = org and session_id = conversation and id = which
       and epoch = held_epoch and status = 'running'
    returning sequence into place;
    if not found then
        return 'fenced';
    end if;
    insert into message (organization_id, id, livemode, session_id, turn_id, sequence, role, text, created_at)
    values (org, new_message, live, conversation, which, place, 'assistant', answer, moment);
    if new_changes is not null then
        insert into draft_change (organization_id, session_id, version, livemode, turn_id, changes, created_at)
        values (org, conversation, new_version, live, which, new_changes::jsonb, moment);
    end if;
    if new_hash is not null then
        select * into published from publish_post(moment, org, live, conversation, new_post, new_content, new_hash);
        if published.is_new then
            events := with_post(events::json, published.post, published.post_revision);
        end if;
    end if;
    perform log_events(moment, org, live, conversation, first, events::json);
    update session
       set draft = new_draft::jsonb, version = new_version, is_complete = now_complete, shown_hash = now_shown,
           message_count = message_count + 1, next_event = next_event + json_array_length(events::json), updated_at = moment
     where organization_id = org and id = conversation;
    perform promote_turn(at, org, live, conversation);
    return 'committed';
end
$$;

-- The events with that of the new post before the last, which says that the turn has ended.
create function with_post(events json, post uuid, post_revision integer) returns text
    language sql immutable
    as $$
        select json_agg(told.value order by told.place)::text
          from (select e.value, e.place::numeric from json_array_elements(events) with ordinality as e (value, place)
                union all
                select json_build_object('type', 'job_post.finalized',
                                         'data', json_build_object('job_post_id', post, 'revision', post_revision)),
                       json_array_length(events) - 0.5) told (value, place)
    $$;

-- Writes events about a turn that is under way; false, and nothing written, when the claim is lost.
create function tell_of_turn(
    at timestamptz, org uuid, live boolean, conversation uuid, which uuid, held_epoch integer, events text
)
    returns boolean
    language plpgsql volatile
    as $$
begin
    perform from session s where s.organization_id = org and s.id = conversation for no key update;
    if not found or not holds_turn(org, conversation, which, held_epoch) then
        return false;
    end if;
    return tell(at, org, live, conversation, events);
end
$$;
