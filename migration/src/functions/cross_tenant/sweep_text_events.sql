-- Deletes pieces of replies that are older than `p_age`; returns how many. Their complete messages stay.
create function cross_tenant.sweep_text_events(p_age interval, p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with aged as (
            select e.organization_id, e.session_id, e.sequence from event e
             where e.type in ('text.delta', 'text.reset') and e.created_at < app_clock() - p_age
             order by e.created_at limit p_limit for update skip locked), deleted as (
            delete from event e using aged
             where (e.organization_id, e.session_id, e.sequence) = (aged.organization_id, aged.session_id, aged.sequence)
            returning 1)
        select count(*)::integer from deleted
    $$;
