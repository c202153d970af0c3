-- Stores the seed of a second factor that is not confirmed yet, in place of an earlier one; false if there is a confirmed one.
create function cross_tenant.store_second_factor(p_user uuid, p_seed bytea) returns boolean
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with stored as (
            insert into second_factor (user_id, seed) values (p_user, p_seed)
            on conflict (user_id) do update set seed = p_seed, created_at = now()
                where second_factor.confirmed_at is null
            returning 1)
        select exists (select from stored)
    $$;
