-- Makes the earliest unfinished turn of a locked session the head of its queue, so that it may be claimed.
create function public.promote_turn(p_now timestamptz, p_organization uuid, p_livemode boolean, p_session uuid) returns void
    language plpgsql volatile
    as $$
declare
    v_turn uuid;
begin
    select t.id into v_turn from turn t
     where t.organization_id = p_organization and t.session_id = p_session and t.status in ('queued', 'running')
     order by t.sequence limit 1;
    if found then
        -- With the session, this reads one row, and not every unfinished turn of the organization.
        update turn set is_head = true
         where organization_id = p_organization and session_id = p_session and id = v_turn
           and status = 'queued' and not is_head;
    end if;
end
$$;
