-- The accounts whose erasure is due, longest due first.
create function cross_tenant.list_due_accounts(p_limit integer) returns table (user_id uuid)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select e.user_id from account_erasure e where e.due_at <= app_clock() order by e.due_at limit p_limit
    $$;
