-- Ends a turn without a reply, if the worker still holds the claim; otherwise 'fenced', and nothing was written.
create function public.fail_turn(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer,
    p_error_code text, p_trace text
)
    returns finish_outcome
    language plpgsql volatile
    as $$
begin
    perform from session s where s.organization_id = p_organization and s.id = p_session for no key update;
    update turn
       set status = 'failed', is_head = false, lease_until = null, finished_at = app_clock_now(),
           error_code = p_error_code, trace = p_trace::jsonb
     where organization_id = p_organization and session_id = p_session and id = p_turn
       and epoch = p_epoch and status = 'running';
    if not found then
        return 'fenced'::finish_outcome;
    end if;
    perform append_events(p_now, p_organization, p_livemode, p_session, json_build_array(json_build_object(
        'turn', p_turn, 'type', 'turn.failed', 'data', json_build_object('turn_id', p_turn, 'code', p_error_code)))::text);
    perform promote_turn(p_now, p_organization, p_livemode, p_session);
    return 'committed'::finish_outcome;
end
$$;
