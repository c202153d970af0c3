-- An organization in numbers, for its operator; no content.
create function cross_tenant.summarize_organization(p_organization uuid)
    returns table (
        name text, created_at timestamptz, suspended_at timestamptz, members bigint, api_keys bigint, sessions bigint,
        job_posts bigint
    )
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select o.name, o.created_at, o.suspended_at,
               (select count(*) from membership m where m.organization_id = p_organization),
               (select count(*) from api_key k where k.organization_id = p_organization and k.revoked_at is null),
               (select count(*) from session s where s.organization_id = p_organization),
               (select count(*) from job_post p where p.organization_id = p_organization)
          from organization o where o.id = p_organization
    $$;
