-- As before, with the entry's kind and the version it restores, the posts' version, and the session's revision.
drop function complete_turn(
    timestamptz, uuid, boolean, uuid, uuid, integer, integer, boolean, text, integer, boolean, text, text, uuid, text, text,
    uuid, text, text, text);
create function complete_turn(
    at timestamptz, org uuid, live boolean,
    conversation uuid, which uuid, held_epoch integer, loaded_version integer, loaded_complete boolean,
    new_draft text, new_version integer, now_complete boolean, now_shown text, new_kind text, restored integer,
    new_changes text, new_message uuid, answer text, new_trace text, new_post uuid, new_content text, new_hash text,
    events text
)
    returns text
    language plpgsql volatile
    as $$
declare
    moment timestamptz;
    place integer;
    who uuid;
    published record;
begin
    perform from session s
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
    returning sequence, user_id into place, who;
    if not found then
        return 'fenced';
    end if;
    insert into message (organization_id, id, livemode, session_id, turn_id, sequence, role, text, created_at)
    values (org, new_message, live, conversation, which, place, 'assistant', answer, moment);
    if new_hash is not null then
        select * into published
          from publish_post(moment, org, live, conversation, new_post, new_version, new_content, new_hash);
        if published.is_new then
            events := with_post(events::json, published.post, published.post_revision);
        end if;
        update session set revision = published.post_revision where organization_id = org and id = conversation;
    end if;
    perform advance_session(moment, org, live, conversation, new_draft, new_version, now_complete, now_shown, new_kind,
                            who, which, restored, new_changes, 1, events);
    perform promote_turn(at, org, live, conversation);
    return 'committed';
end
$$;
