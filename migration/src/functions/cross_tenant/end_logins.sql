-- Ends the logins of a person in these organizations, except one; returns how many.
create function cross_tenant.end_logins(p_user uuid, p_organizations uuid[], p_except uuid) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_organization uuid;
    v_ended integer;
    v_all integer := 0;
begin
    -- One organization a statement, in one order.
    for v_organization in select o.id from unnest(p_organizations) o (id) order by o.id loop
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
