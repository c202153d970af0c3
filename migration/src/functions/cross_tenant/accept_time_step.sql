-- Accepts the code of a time step, unless the code of this or of a later step was accepted; false then.
create function cross_tenant.accept_time_step(p_user uuid, p_step bigint) returns boolean
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with accepted as (
            update second_factor set last_step = p_step, attempts = 0, attempted_at = null
             where user_id = p_user and confirmed_at is not null and last_step < p_step
            returning 1)
        select exists (select from accepted)
    $$;
