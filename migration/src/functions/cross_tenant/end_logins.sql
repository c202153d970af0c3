-- Ends the logins of a person in all of their organizations, or in one, except one login; returns how many. A sign-in with the
-- password and a move to another organization lock the account too, so neither happens meanwhile.
create function cross_tenant.end_logins(p_user uuid, p_only uuid, p_except uuid) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_organization uuid;
    v_ended integer;
    v_all integer := 0;
begin
    perform from user_account a where a.id = p_user for no key update;
    -- One organization a statement, in one order.
    for v_organization in select m.organization_id from cross_tenant.list_memberships(p_user) m
                           where p_only is null or m.organization_id = p_only order by 1 loop
        update login
           set revoked_at = now()
         where organization_id = v_organization and user_id = p_user and revoked_at is null and expires_at > now()
           and id is distinct from p_except;
        get diagnostics v_ended = row_count;
        v_all := v_all + v_ended;
    end loop;
    return v_all;
end
$$;
