-- Sealed seeds of second factors by their owners' ids, to seal them again with another key.
create function cross_tenant.list_seeds(p_after uuid, p_limit integer) returns table (user_id uuid, seed bytea)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select f.user_id, f.seed from second_factor f where f.user_id > p_after order by f.user_id limit p_limit
    $$;
