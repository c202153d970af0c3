-- Writes `p_events`, an array of {"turn", "type", "data"}, into a session's log under numbers from `p_first` on, which the
-- caller took from the locked session.
create function public.insert_events(
    p_created_at timestamptz, p_organization uuid, p_livemode boolean, p_session uuid, p_first bigint, p_events json
)
    returns void
    language plpgsql volatile
    as $$
begin
    insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
    select p_organization, p_session, p_first + e.place - 1, p_livemode,
           (e.value ->> 'turn')::uuid, e.value ->> 'type', e.value -> 'data', p_created_at
      from json_array_elements(p_events) with ordinality as e (value, place);
end
$$;
