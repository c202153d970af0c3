-- Gives an organization a quota of its own, by its name; null removes it. Returns all that it has then.
create function cross_tenant.set_quota(p_organization uuid, p_name text, p_limit integer) returns json
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        update organization o
           set quotas = case when p_limit is null then o.quotas - p_name
                             else o.quotas || jsonb_build_object(p_name, p_limit) end
         where o.id = p_organization
        returning o.quotas::json
    $$;
