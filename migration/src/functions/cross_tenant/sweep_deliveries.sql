-- Deletes webhook events, and finished deliveries with their attempts, that are older than `p_age`, or than `p_test_age` if a test
-- or a verification was requested and has ended; returns the larger of the two counts.
create function cross_tenant.sweep_deliveries(p_age interval, p_test_age interval, p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        -- Rows are deleted by arrays of their keys, see sweep_sessions.
        with aged_event as (
            select v.organization_id, v.id from webhook_event v where v.occurred_at < app_clock() - p_age
             order by v.occurred_at limit p_limit
        ), test as (
            select v.organization_id, v.id, (v.data ->> 'webhook_endpoint_id')::uuid as endpoint_id
              from webhook_event v
             where v.type in ('webhook.test', 'webhook_endpoint.verification') and v.occurred_at < app_clock() - p_test_age
               and not exists (
                   select from delivery d
                    where d.organization_id = v.organization_id and d.target_id = (v.data ->> 'webhook_endpoint_id')::uuid
                      and d.subject_id = v.id and d.status = 'pending')
             order by v.occurred_at limit p_limit
        ), event_keys as (
            select array_agg(v.organization_id) as organizations, array_agg(v.id) as ids
              from (select a.organization_id, a.id from aged_event a union select t.organization_id, t.id from test t) v
        ), deleted_event as (
            delete from webhook_event v
             using event_keys a cross join lateral unnest(a.organizations, a.ids) k (organization_id, id)
             where v.organization_id = k.organization_id and v.id = k.id
            returning 1
        ), aged_delivery as (
            select d.organization_id, d.id from delivery d where d.created_at < app_clock() - p_age and d.status <> 'pending'
             order by d.created_at limit p_limit for update skip locked
        ), test_delivery as (
            select d.organization_id, d.id
              from test t
              join delivery d on d.organization_id = t.organization_id and d.target_id = t.endpoint_id and d.subject_id = t.id
             where d.status <> 'pending'
               for update of d skip locked
        ), delivery_keys as (
            select array_agg(d.organization_id) as organizations, array_agg(d.id) as ids
              from (select * from aged_delivery union select * from test_delivery) d
        ), deleted_delivery as (
            delete from delivery d
             using delivery_keys a cross join lateral unnest(a.organizations, a.ids) k (organization_id, id)
             where d.organization_id = k.organization_id and d.id = k.id
            returning 1
        )
        select greatest((select count(*) from deleted_event), (select count(*) from deleted_delivery))::integer
    $$;
