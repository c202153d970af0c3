-- Removes a person's second factor and its recovery codes; false if there is none.
create function cross_tenant.remove_second_factor(p_user uuid) returns boolean
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with removed as (delete from second_factor where user_id = p_user returning 1)
        select exists (select from removed)
    $$;
