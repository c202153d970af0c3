-- Deletes logins that expired longer than `p_age` ago, with their refresh tokens; returns how many.
create function cross_tenant.sweep_logins(p_age interval, p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with ended as (
            select l.organization_id, l.id from login l where l.expires_at < now() - p_age
             order by l.expires_at limit p_limit for update skip locked), deleted as (
            delete from login l using ended where l.organization_id = ended.organization_id and l.id = ended.id
            returning 1)
        select count(*)::integer from deleted
    $$;
