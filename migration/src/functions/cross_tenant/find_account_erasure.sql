-- Whether a person demanded the erasure of their account, what becomes of API keys that they created, and the organizations
-- that may have rows of theirs. No row: none is due.
create function cross_tenant.find_account_erasure(p_user uuid)
    returns table (is_requested boolean, revokes_keys boolean, organizations uuid[])
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select e.requested_at is not null, e.revokes_keys, e.organizations from account_erasure e
         where e.user_id = p_user and e.due_at <= app_clock()
    $$;
