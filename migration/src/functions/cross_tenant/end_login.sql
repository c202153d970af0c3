-- Ends one login of a person, in whichever of these organizations it is; returns false when there is no such valid login.
create function cross_tenant.end_login(p_user uuid, p_organizations uuid[], p_login uuid) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_organization uuid;
begin
    foreach v_organization in array p_organizations loop
        update login
           set revoked_at = now()
         where organization_id = v_organization and id = p_login and user_id = p_user
           and revoked_at is null and expires_at > now();
        if found then
            return true;
        end if;
    end loop;
    return false;
end
$$;
