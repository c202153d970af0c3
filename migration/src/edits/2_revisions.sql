-- As before; a post knows the version of the draft that it was made from.
drop function publish_post(timestamptz, uuid, boolean, uuid, uuid, text, text);
create function publish_post(
    at timestamptz, org uuid, live boolean, conversation uuid, new_post uuid, made_from integer, new_content text,
    new_hash text, out post uuid, out post_revision integer, out is_new boolean
)
    language plpgsql volatile
    as $$
begin
    select p.id, p.revision into post, post_revision
      from job_post p where p.organization_id = org and p.session_id = conversation and p.content_hash = new_hash;
    is_new := not found;
    if is_new then
        insert into job_post
            (organization_id, id, livemode, session_id, user_id, revision, company_name, content, content_hash, version,
             created_at)
        select org, new_post, live, s.id, s.user_id, next_revision(org, s.id), s.company_name, new_content::jsonb,
               new_hash, made_from, at
          from session s where s.organization_id = org and s.id = conversation
        returning id, revision into post, post_revision;
    end if;
end
$$;

-- The number that the next job post of a conversation gets.
create function next_revision(org uuid, conversation uuid) returns integer
    language plpgsql stable
    as $$
begin
    return 1 + coalesce(
        (select max(p.revision) from job_post p where p.organization_id = org and p.session_id = conversation), 0);
end
$$;

-- Takes a locked session a step on, by a turn or by hand: its draft, and if that changed an entry of the log, which then
-- folds to it. What was complete and is not any more is about the next job post. `said` more messages, `events` more
-- events.
create function advance_session(
    moment timestamptz, org uuid, live boolean, conversation uuid, new_draft text, new_version integer,
    now_complete boolean, now_shown text, new_kind text, who uuid, by_turn uuid, restored integer, new_changes text,
    said integer, events text
)
    returns void
    language plpgsql volatile
    as $$
declare
    first bigint;
begin
    if new_changes is not null then
        insert into draft_change
            (organization_id, session_id, version, livemode, kind, user_id, turn_id, restored_version, changes, created_at)
        values (org, conversation, new_version, live, new_kind, who, by_turn, restored, new_changes::jsonb, moment);
    end if;
    update session s
       set draft = new_draft::jsonb, version = new_version, is_complete = now_complete, shown_hash = now_shown,
           revision = case when s.is_complete and not now_complete then next_revision(org, conversation) else s.revision end,
           message_count = s.message_count + said, next_event = s.next_event + json_array_length(events::json),
           updated_at = moment
     where s.organization_id = org and s.id = conversation
    returning s.next_event - json_array_length(events::json) into first;
    perform log_events(moment, org, live, conversation, first, events::json);
end
$$;

-- A change by hand of a locked session: at once, and the session lives as long as after a turn.
create function edit_draft(
    at timestamptz, org uuid, live boolean, conversation uuid, new_draft text, new_version integer, now_complete boolean,
    now_shown text, new_kind text, who uuid, restored integer, new_changes text, events text
)
    returns setof session
    language plpgsql volatile
    as $$
declare
    moment timestamptz := app_clock_now();
begin
    perform advance_session(moment, org, live, conversation, new_draft, new_version, now_complete, now_shown, new_kind,
                            who, null, restored, new_changes, 0, events);
    return query
        update session s set expires_at = moment + make_interval(secs => o.session_lifetime_seconds)
          from organization o
         where o.id = org and s.organization_id = org and s.id = conversation
        returning s.*;
end
$$;
