-- The sealed payloads of e-mails that wait, in the order of their ids.
create function cross_tenant.list_email_payloads(p_after uuid, p_limit integer)
    returns table (email_id uuid, payload bytea)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select e.id, e.payload from email e where e.status = 'pending' and e.id > p_after order by e.id limit p_limit
    $$;
