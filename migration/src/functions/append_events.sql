-- Appends events to a session's log, see insert_events; false when there is no such session. Locks the session.
create function public.append_events(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_session uuid, p_events text
)
    returns boolean
    language plpgsql volatile
    as $$
declare
    v_events json := p_events::json;
    v_first bigint;
begin
    update session s set next_event = s.next_event + json_array_length(v_events)
     where s.organization_id = p_organization and s.id = p_session
    returning s.next_event - json_array_length(v_events) into v_first;
    if not found then
        return false;
    end if;
    perform insert_events(app_clock_now(), p_organization, p_livemode, p_session, v_first, v_events);
    return true;
end
$$;
