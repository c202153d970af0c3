-- An API key of this organization and the member that it acts for, if one is given; without a role there is no such member.
-- The caller compares the secret's hash.
create function cross_tenant.find_api_key(p_organization uuid, p_api_key uuid, p_acting_for uuid)
    returns table (
        livemode boolean, secret_hash bytea, scopes text[], role text, is_valid boolean, expires_at timestamptz,
        real_time timestamptz
    )
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select k.livemode, k.secret_hash, k.scopes, m.role,
               k.revoked_at is null and (k.expires_at is null or k.expires_at > now()), k.expires_at, now()
          from api_key k
          left join membership m on m.organization_id = k.organization_id and m.user_id = p_acting_for
         where k.organization_id = p_organization and k.id = p_api_key
    $$;
