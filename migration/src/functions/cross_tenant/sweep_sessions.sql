-- Deletes expired sessions with all their rows; returns how many. A session that is in use at the moment stays.
create function cross_tenant.sweep_sessions(p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with expired as (
            select s.organization_id, s.id from session s where s.expires_at <= app_clock()
             order by s.expires_at limit p_limit for update skip locked), deleted as (
            delete from session s using expired where s.organization_id = expired.organization_id and s.id = expired.id
            returning 1)
        select count(*)::integer from deleted
    $$;
