-- Replaces a sealed seed by the same one sealed with another key; false if it has changed meanwhile.
create function cross_tenant.replace_seed(p_user uuid, p_old_seed bytea, p_new_seed bytea) returns boolean
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with replaced as (
            update second_factor set seed = p_new_seed where user_id = p_user and seed = p_old_seed returning 1)
        select exists (select from replaced)
    $$;
