-- A person's second factor, and how many recovery codes are left.
create function cross_tenant.find_second_factor(p_user uuid)
    returns table (seed bytea, confirmed_at timestamptz, recovery_codes integer, real_time timestamptz)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select f.seed, f.confirmed_at,
               (select count(*)::integer from recovery_code c where c.user_id = f.user_id), now()
          from second_factor f where f.user_id = p_user
    $$;
