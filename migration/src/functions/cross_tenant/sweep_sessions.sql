-- Deletes sessions that expired longer ago than their organization retains them, with all their rows; returns how many. It
-- sees those that cross_tenant.note_expiries has noticed. A session that is in use at the moment stays.
create function cross_tenant.sweep_sessions(p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        -- Rows are deleted by arrays of their keys: a limit that the planner does not know is taken for a tenth of what there is,
        -- and it would read the whole table for these.
        with ended as (
            select array_agg(e.organization_id) as organizations, array_agg(e.id) as ids
              from (select e.organization_id, e.id
                      from organization o
                     cross join lateral (
                           select s.organization_id, s.id from session s
                            where s.organization_id = o.id and s.expiry_noticed
                              and s.expires_at <= app_clock() - make_interval(days => o.session_retention_days)
                            order by s.expires_at limit p_limit for update skip locked) e
                     limit p_limit) e
        ), deleted as (
            delete from session s
             using ended cross join lateral unnest(ended.organizations, ended.ids) k (organization_id, id)
             where s.organization_id = k.organization_id and s.id = k.id
            returning 1)
        select count(*)::integer from deleted
    $$;
