-- Deletes webhook events, and finished deliveries with their attempts, that are older than `p_age`; returns the larger of
-- the two counts.
create function cross_tenant.sweep_deliveries(p_age interval, p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with aged_event as (
            select v.organization_id, v.id from webhook_event v where v.occurred_at < app_clock() - p_age
             order by v.occurred_at limit p_limit
        ), deleted_event as (
            delete from webhook_event v using aged_event a where (v.organization_id, v.id) = (a.organization_id, a.id)
            returning 1
        ), aged_delivery as (
            select d.organization_id, d.id from delivery d where d.created_at < app_clock() - p_age and d.status <> 'pending'
             order by d.created_at limit p_limit for update skip locked
        ), deleted_delivery as (
            delete from delivery d using aged_delivery a where (d.organization_id, d.id) = (a.organization_id, a.id)
            returning 1
        )
        select greatest((select count(*) from deleted_event), (select count(*) from deleted_delivery))::integer
    $$;
