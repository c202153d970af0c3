-- Ends the login that continues a login in another organization, also after several moves; returns false when the login has
-- not moved.
create function cross_tenant.end_moved_login(p_user uuid, p_organization uuid, p_login uuid) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_organization uuid := p_organization;
    v_login uuid := p_login;
    v_moved boolean := false;
begin
    -- A further move waits.
    perform from user_account a where a.id = p_user for no key update;
    loop
        select l.moved_to_organization_id, l.moved_to_login_id into v_organization, v_login
          from login l where l.organization_id = v_organization and l.id = v_login and l.user_id = p_user;
        exit when v_login is null;
        v_moved := true;
        update login set revoked_at = now()
         where organization_id = v_organization and id = v_login and user_id = p_user and revoked_at is null;
    end loop;
    return v_moved;
end
$$;
