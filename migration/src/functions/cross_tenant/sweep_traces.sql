-- Deletes idempotency keys older than `p_key_age`, pieces of replies older than `p_text_age`, whose complete messages stay,
-- entries of the request log older than `p_request_age`, and entries of the audit log that are older than their organization
-- keeps them; returns the largest of the counts.
create function cross_tenant.sweep_traces(p_key_age interval, p_text_age interval, p_request_age interval, p_limit integer)
    returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with aged_key as (
            select k.organization_id, k.livemode, k.user_id, k.operation, k.key, k.api_key_id from idempotency_key k
             where k.created_at < now() - p_key_age order by k.created_at limit p_limit for update skip locked
        ), deleted_key as (
            delete from idempotency_key k using aged_key a
             where (k.organization_id, k.livemode, k.user_id, k.operation, k.key, k.api_key_id)
                 = (a.organization_id, a.livemode, a.user_id, a.operation, a.key, a.api_key_id)
            returning 1
        ), aged_text as (
            select e.organization_id, e.session_id, e.sequence from event e
             where e.type in ('text.delta', 'text.reset') and e.created_at < app_clock() - p_text_age
             order by e.created_at limit p_limit for update skip locked
        ), deleted_text as (
            delete from event e using aged_text a
             where (e.organization_id, e.session_id, e.sequence) = (a.organization_id, a.session_id, a.sequence)
            returning 1
        ), aged_entry as (
            select e.organization_id, e.id
              from organization o
             cross join lateral (
                   select e.organization_id, e.id from audit_entry e
                    where e.organization_id = o.id
                      and e.id < first_id_at(app_clock() - make_interval(days => o.audit_retention_days))
                    order by e.id limit p_limit) e
             limit p_limit
        ), deleted_entry as (
            delete from audit_entry e using aged_entry a where (e.organization_id, e.id) = (a.organization_id, a.id)
            returning 1
        ), aged_request as (
            select r.organization_id, r.request_id
              from organization o
             cross join lateral (
                   select r.organization_id, r.request_id from request_log_entry r
                    where r.organization_id = o.id and r.request_id < first_id_at(app_clock() - p_request_age)
                    order by r.request_id limit p_limit) r
             limit p_limit
        ), deleted_request as (
            delete from request_log_entry r using aged_request a
             where (r.organization_id, r.request_id) = (a.organization_id, a.request_id)
            returning 1
        )
        select greatest((select count(*) from deleted_key), (select count(*) from deleted_text),
                        (select count(*) from deleted_entry), (select count(*) from deleted_request))::integer
    $$;
