-- Ends one login of a person, in whichever of their organizations it is, or in one only; returns false when there is no
-- such valid login.
create function cross_tenant.end_login(p_user uuid, p_only uuid, p_login uuid) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_organization uuid;
begin
    for v_organization in select m.organization_id from cross_tenant.list_memberships(p_user) m
                           where p_only is null or m.organization_id = p_only order by 1 loop
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
