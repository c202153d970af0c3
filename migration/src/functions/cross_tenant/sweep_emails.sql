-- Deletes e-mails that were sent or given up longer than `p_age` ago, and those that could not be sent while they were of use
-- because no worker sends any. Empties the hashes that count e-mails, after the hour in which they count. Returns the larger of
-- the two counts.
create function cross_tenant.sweep_emails(p_age interval, p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with aged as (
            select e.id from email e
             where e.status <> 'pending' and e.finished_at < app_clock() - p_age
                or e.status = 'pending' and e.expires_at < app_clock() - interval '1 hour'
             limit p_limit for update skip locked
        ), deleted as (
            delete from email e using aged where e.id = aged.id returning 1
        ), counted as (
            select e.id from email e
             where e.counted_as is not null and e.created_at < app_clock() - interval '1 hour'
               and not exists (select from aged a where a.id = e.id)
             limit p_limit for update skip locked
        ), emptied as (
            update email e set counted_as = null from counted c where e.id = c.id returning 1
        )
        select greatest((select count(*) from deleted), (select count(*) from emptied))::integer
    $$;
