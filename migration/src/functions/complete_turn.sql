-- Commits the result of a turn, if the worker still holds the claim: the reply, the change of the draft, the job post when
-- the user confirmed, and the events. 'fenced': the claim is lost. 'stale': the session has changed since it was loaded. In
-- both cases nothing was written. Lock order: the session's row, then its turns.
--
-- `p_events` is an array of {"turn", "type", "data"}; the event of a new job post is added here.
create type public.finish_outcome as enum ('committed', 'fenced', 'stale', 'failed');

create function public.complete_turn(
    p_now timestamptz, p_organization uuid, p_livemode boolean,
    p_session uuid, p_turn uuid, p_epoch integer, p_loaded_version integer, p_loaded_complete boolean,
    p_draft text, p_version integer, p_is_complete boolean, p_shown_hash text, p_kind text, p_restored_version integer,
    p_changes text, p_message uuid, p_reply text, p_trace text, p_job_post uuid, p_content text, p_content_hash text,
    p_events text
)
    returns finish_outcome
    language plpgsql volatile
    as $$
declare
    v_finished_at timestamptz;
    v_sequence integer;
    v_user uuid;
    v_api_key uuid;
    v_job_post record;
    v_bytes integer := octet_length(p_reply);
begin
    perform from session s
     where s.organization_id = p_organization and s.id = p_session and s.expires_at > p_now
       and s.version = p_loaded_version and s.is_complete = p_loaded_complete
       for no key update;
    if not found then
        return case when holds_claim(p_organization, p_session, p_turn, p_epoch)
                    then 'stale'::finish_outcome else 'fenced' end;
    end if;
    v_finished_at := app_clock_now();
    update turn t
       set status = 'succeeded', is_head = false, lease_until = null, finished_at = v_finished_at, trace = p_trace::jsonb
     where t.organization_id = p_organization and t.session_id = p_session and t.id = p_turn
       and t.epoch = p_epoch and t.status = 'running'
    returning t.sequence, t.user_id, t.api_key_id into v_sequence, v_user, v_api_key;
    if not found then
        return 'fenced'::finish_outcome;
    end if;
    insert into message (organization_id, id, livemode, session_id, turn_id, sequence, role, text, created_at)
    values (p_organization, p_message, p_livemode, p_session, p_turn, v_sequence, 'assistant', p_reply, v_finished_at);
    if p_content_hash is not null then
        select * into v_job_post
          from publish_post(v_finished_at, p_organization, p_livemode, v_api_key, p_session, p_job_post, p_version,
                            p_content, p_content_hash);
        if v_job_post.is_new then
            v_bytes := v_bytes + octet_length(p_content);
            -- Before the last event, which says that the turn has ended.
            select json_agg(e.value order by e.place)::text into p_events
              from (select j.value, j.place::numeric from json_array_elements(p_events::json) with ordinality as j (value, place)
                    union all
                    select v_job_post.event, json_array_length(p_events::json) - 0.5) e (value, place);
        end if;
        update session set revision = v_job_post.revision where organization_id = p_organization and id = p_session;
    end if;
    perform advance_session(v_finished_at, p_organization, p_livemode, v_user, v_api_key, p_session, p_draft, p_version,
                            p_is_complete, p_shown_hash, p_kind, p_turn, p_restored_version, p_changes, 1, v_bytes, p_events);
    perform promote_turn(p_now, p_organization, p_livemode, p_session);
    return 'committed'::finish_outcome;
end
$$;
