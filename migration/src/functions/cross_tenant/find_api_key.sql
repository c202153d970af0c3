-- An API key of this organization and the member it acts for: the given one, else the key's maker. Without a role there is
-- no such member. The caller compares the secret's hash.
create function cross_tenant.find_api_key(p_organization uuid, p_api_key uuid, p_acting_for uuid)
    returns table (
        livemode boolean, secret_hash bytea, scopes text[], user_id uuid, role text,
        is_valid boolean, expires_at timestamptz, real_time timestamptz
    )
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select k.livemode, k.secret_hash, k.scopes, coalesce(p_acting_for, k.created_by), m.role,
               k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
                   and coalesce(maker.role in ('owner', 'admin'), false),
               k.expires_at, now()
          from api_key k
          left join membership maker on maker.organization_id = k.organization_id and maker.user_id = k.created_by
          left join membership m
            on m.organization_id = k.organization_id and m.user_id = coalesce(p_acting_for, k.created_by)
         where k.organization_id = p_organization and k.id = p_api_key
    $$;
