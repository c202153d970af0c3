-- A UUID of version 7 (RFC 9562): they sort by creation time, as the ids that Rust makes do.
create function public.new_id() returns uuid
    language sql volatile
    as $$
        select encode(set_bit(set_bit(
                   overlay(uuid_send(gen_random_uuid())
                           placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                           from 1 for 6),
                   52, 1), 53, 1), 'hex')::uuid
    $$;
