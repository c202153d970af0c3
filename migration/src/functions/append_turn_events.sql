-- Appends events of a running turn to its session's log; false, and nothing written, when the claim is lost.
create function public.append_turn_events(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer, p_events text
)
    returns boolean
    language plpgsql volatile
    as $$
begin
    perform from session s where s.organization_id = p_organization and s.id = p_session for no key update;
    if not found or not holds_claim(p_organization, p_session, p_turn, p_epoch) then
        return false;
    end if;
    return append_events(p_now, p_organization, p_livemode, p_session, p_events);
end
$$;
