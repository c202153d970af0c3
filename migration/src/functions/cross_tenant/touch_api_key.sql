-- Records that a valid API key was used, unless that was recorded less than `p_interval` ago.
create function cross_tenant.touch_api_key(p_organization uuid, p_api_key uuid, p_interval interval) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        update api_key set last_used_at = now()
         where organization_id = p_organization and id = p_api_key and revoked_at is null
           and (last_used_at is null or last_used_at < now() - p_interval)
    $$;
