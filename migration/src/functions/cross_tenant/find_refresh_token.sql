-- The login that a refresh token of this organization belongs to.
create function cross_tenant.find_refresh_token(p_organization uuid, p_token_hash bytea)
    returns table (login_id uuid, user_id uuid)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select l.id, l.user_id
          from refresh_token t join login l on l.organization_id = t.organization_id and l.id = t.login_id
         where t.organization_id = p_organization and t.token_hash = p_token_hash
    $$;
