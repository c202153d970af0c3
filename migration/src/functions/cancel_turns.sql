-- Cancels turns of a locked session. The epoch rises, so a worker that runs one of them can no longer commit.
create function public.cancel_turns(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_session uuid, p_turns uuid[]
)
    returns void
    language plpgsql volatile
    as $$
begin
    update turn
       set status = 'cancelled', epoch = epoch + 1, is_head = false, lease_until = null, finished_at = app_clock_now()
     where organization_id = p_organization and session_id = p_session and id = any (p_turns);
    update message set is_hidden = true where organization_id = p_organization and turn_id = any (p_turns);
    perform append_events(p_now, p_organization, p_livemode, p_session, (
        select json_agg(json_build_object(
                   'turn', t.id, 'type', 'turn.cancelled', 'data', json_build_object('turn_id', t.id)) order by t.place)::text
          from unnest(p_turns) with ordinality as t (id, place)));
end
$$;
