-- The organizations whose deletion is due or has begun, longest due first.
create function cross_tenant.list_due_organizations(p_limit integer) returns table (organization_id uuid)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select d.id from organization_deletion d where d.finished_at is null and d.due_at <= app_clock()
         order by d.due_at limit p_limit
    $$;
