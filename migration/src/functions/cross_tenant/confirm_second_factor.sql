-- Confirms a second factor that still has this seed, and stores its recovery codes; false if it was confirmed or replaced
-- meanwhile.
create function cross_tenant.confirm_second_factor(p_user uuid, p_seed bytea, p_step bigint, p_code_hashes bytea[])
    returns boolean
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with confirmed as (
            update second_factor set confirmed_at = now(), last_step = p_step
             where user_id = p_user and seed = p_seed and confirmed_at is null
            returning user_id), stored as (
            insert into recovery_code (user_id, code_hash)
            select c.user_id, code.hash from confirmed c cross join unnest(p_code_hashes) as code (hash))
        select exists (select from confirmed)
    $$;
