-- The valid logins of a person in these organizations.
create function cross_tenant.list_logins(p_user uuid, p_organizations uuid[])
    returns table (
        login_id uuid, organization_id uuid, created_at timestamptz, last_used_at timestamptz, user_agent text, address text
    )
    language plpgsql stable security definer set search_path = public, pg_temp
    as $$
#variable_conflict use_column
declare
    v_organization uuid;
begin
    foreach v_organization in array p_organizations loop
        return query
            select l.id, l.organization_id, l.created_at, l.last_used_at, l.user_agent, l.address
              from login l
             where l.organization_id = v_organization and l.user_id = p_user and l.revoked_at is null and l.expires_at > now();
    end loop;
end
$$;
