-- The smallest id that new_id() makes at a time.
create function public.first_id_at(p_time timestamptz) returns uuid
    language sql stable
    as $$
        select encode(overlay('\x00000000000070008000000000000000'::bytea
                              placing substring(int8send(floor(extract(epoch from p_time) * 1000)::bigint) from 3)
                              from 1 for 6), 'hex')::uuid
    $$;
