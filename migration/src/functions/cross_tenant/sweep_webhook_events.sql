-- Deletes webhook events that are older than `p_age`; returns how many.
create function cross_tenant.sweep_webhook_events(p_age interval, p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with aged as (
            select v.organization_id, v.id from webhook_event v where v.occurred_at < app_clock() - p_age
             order by v.occurred_at limit p_limit), deleted as (
            delete from webhook_event v using aged where (v.organization_id, v.id) = (aged.organization_id, aged.id)
            returning 1)
        select count(*)::integer from deleted
    $$;
