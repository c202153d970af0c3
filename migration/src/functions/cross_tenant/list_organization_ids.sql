-- The ids of organizations after `p_after`, in their order; at most `p_limit`.
create function cross_tenant.list_organization_ids(p_after uuid, p_limit integer)
    returns table (organization_id uuid)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select o.id from organization o where o.id > p_after order by o.id limit p_limit
    $$;
