-- Deletes tokens of links that have expired; returns how many.
create function cross_tenant.sweep_account_tokens(p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with expired as (
            select t.token_hash from account_token t where t.expires_at < app_clock()
             order by t.expires_at limit p_limit for update skip locked), deleted as (
            delete from account_token t using expired where t.token_hash = expired.token_hash returning 1)
        select count(*)::integer from deleted
    $$;
