-- The address that the link with a valid token was sent to.
create function cross_tenant.find_account_token(p_token_hash bytea, p_purpose text)
    returns table (email text)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select t.email from account_token t
         where t.token_hash = p_token_hash and t.purpose = p_purpose and t.expires_at > app_clock()
    $$;
