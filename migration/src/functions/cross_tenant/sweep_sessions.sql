-- Deletes sessions that expired longer ago than their organization retains them, with all their rows; returns how many. It
-- sees those that cross_tenant.note_expiries has noticed. A session that is in use at the moment stays.
create function cross_tenant.sweep_sessions(p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with ended as (
            select e.organization_id, e.id
              from organization o
             cross join lateral (
                   select s.organization_id, s.id from session s
                    where s.organization_id = o.id and s.expiry_noticed
                      and s.expires_at <= app_clock() - make_interval(days => o.session_retention_days)
                    order by s.expires_at limit p_limit for update skip locked) e
             limit p_limit
        ), deleted as (
            delete from session s using ended where s.organization_id = ended.organization_id and s.id = ended.id
            returning 1)
        select count(*)::integer from deleted
    $$;
