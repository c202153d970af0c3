-- The newest valid logins of a person in each of their organizations, or in one, at most `p_limit` of each that are older
-- than `p_before`.
create function cross_tenant.list_logins(p_user uuid, p_only uuid, p_before uuid, p_limit integer)
    returns table (
        login_id uuid, organization_id uuid, organization_name text, created_at timestamptz, last_used_at timestamptz,
        user_agent text, address text
    )
    language plpgsql stable security definer set search_path = public, pg_temp
    as $$
#variable_conflict use_column
declare
    v_member record;
begin
    for v_member in select m.organization_id, m.organization_name from cross_tenant.list_memberships(p_user) m
                     where p_only is null or m.organization_id = p_only loop
        return query
            select l.id, l.organization_id, v_member.organization_name, l.created_at, l.last_used_at, l.user_agent, l.address
              from login l
             where l.organization_id = v_member.organization_id and l.user_id = p_user and l.revoked_at is null
               and l.expires_at > now() and (p_before is null or l.id < p_before)
             order by l.id desc limit p_limit;
    end loop;
end
$$;
