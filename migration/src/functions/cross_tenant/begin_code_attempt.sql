-- Counts an attempt with a code of an authenticator app, before the code is checked, so that attempts at the same time count
-- too. After five attempts without success each further one has to wait, longer each time, up to five minutes; then no seed
-- is returned. A day without an attempt starts the count again.
create function cross_tenant.begin_code_attempt(p_user uuid)
    returns table (seed bytea, wait_seconds double precision, real_time timestamptz)
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_factor second_factor;
    v_attempts integer;
begin
    select f.* into v_factor from second_factor f
     where f.user_id = p_user and f.confirmed_at is not null for update;
    if not found then
        return;
    end if;
    -- now() is older than the lock.
    real_time := clock_timestamp();
    v_attempts := case when v_factor.attempted_at > real_time - interval '1 day' then v_factor.attempts else 0 end;
    wait_seconds := case when v_attempts < 5 then 0
                         else extract(epoch from v_factor.attempted_at - real_time)
                              + least(300, 2 ^ least(v_attempts - 5, 16)) end;
    if wait_seconds <= 0 then
        wait_seconds := 0;
        seed := v_factor.seed;
        update second_factor f set attempts = v_attempts + 1, attempted_at = real_time where f.user_id = p_user;
    end if;
    return next;
end
$$;
