-- Deletes finished deliveries that are older than `p_age`, with their attempts; returns how many.
create function cross_tenant.sweep_deliveries(p_age interval, p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with aged as (
            select d.organization_id, d.id from delivery d where d.created_at < app_clock() - p_age and d.status <> 'pending'
             order by d.created_at limit p_limit for update skip locked), deleted as (
            delete from delivery d using aged where (d.organization_id, d.id) = (aged.organization_id, aged.id)
            returning 1)
        select count(*)::integer from deleted
    $$;
