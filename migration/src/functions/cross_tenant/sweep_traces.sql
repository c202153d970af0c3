-- Deletes idempotency keys older than `p_key_age`, pieces of replies older than `p_text_age`, whose complete messages stay,
-- entries of the request log older than `p_request_age`, and entries of the audit log that are older than their organization
-- keeps them; returns the largest of the counts.
create function cross_tenant.sweep_traces(p_key_age interval, p_text_age interval, p_request_age interval, p_limit integer)
    returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        -- Rows are deleted by arrays of their keys, see sweep_sessions.
        with aged_key as (
            select array_agg(k.organization_id) as organizations, array_agg(k.livemode) as livemodes,
                   array_agg(k.user_id) as users, array_agg(k.operation) as operations, array_agg(k.key) as keys,
                   array_agg(k.api_key_id) as api_keys
              from (select k.organization_id, k.livemode, k.user_id, k.operation, k.key, k.api_key_id from idempotency_key k
                     where k.created_at < now() - p_key_age order by k.created_at limit p_limit for update skip locked) k
        ), deleted_key as (
            delete from idempotency_key k
             using aged_key g
             cross join lateral unnest(g.organizations, g.livemodes, g.users, g.operations, g.keys, g.api_keys)
                                a (organization_id, livemode, user_id, operation, key, api_key_id)
             where k.organization_id = a.organization_id and k.livemode = a.livemode and k.user_id = a.user_id
               and k.operation = a.operation and k.key = a.key and k.api_key_id = a.api_key_id
            returning 1
        ), aged_text as (
            select array_agg(e.organization_id) as organizations, array_agg(e.session_id) as sessions,
                   array_agg(e.sequence) as sequences
              from (select e.organization_id, e.session_id, e.sequence from event e
                     where e.type in ('text.delta', 'text.reset') and e.created_at < app_clock() - p_text_age
                     order by e.created_at limit p_limit for update skip locked) e
        ), deleted_text as (
            delete from event e
             using aged_text g cross join lateral unnest(g.organizations, g.sessions, g.sequences)
                                                  a (organization_id, session_id, sequence)
             where e.organization_id = a.organization_id and e.session_id = a.session_id and e.sequence = a.sequence
            returning 1
        ), aged_entry as (
            select array_agg(e.organization_id) as organizations, array_agg(e.id) as ids
              from (select e.organization_id, e.id
                      from organization o
                     cross join lateral (
                           select e.organization_id, e.id from audit_entry e
                            where e.organization_id = o.id
                              and e.id < first_id_at(app_clock() - make_interval(days => o.audit_retention_days))
                            order by e.id limit p_limit) e
                     limit p_limit) e
        ), deleted_entry as (
            delete from audit_entry e
             using aged_entry g cross join lateral unnest(g.organizations, g.ids) a (organization_id, id)
             where e.organization_id = a.organization_id and e.id = a.id
            returning 1
        ), aged_request as (
            select array_agg(r.organization_id) as organizations, array_agg(r.request_id) as ids
              from (select r.organization_id, r.request_id
                      from organization o
                     cross join lateral (
                           select r.organization_id, r.request_id from request_log_entry r
                            where r.organization_id = o.id and r.request_id < first_id_at(app_clock() - p_request_age)
                            order by r.request_id limit p_limit) r
                     limit p_limit) r
        ), deleted_request as (
            delete from request_log_entry r
             using aged_request g cross join lateral unnest(g.organizations, g.ids) a (organization_id, request_id)
             where r.organization_id = a.organization_id and r.request_id = a.request_id
            returning 1
        )
        select greatest((select count(*) from deleted_key), (select count(*) from deleted_text),
                        (select count(*) from deleted_entry), (select count(*) from deleted_request))::integer
    $$;
