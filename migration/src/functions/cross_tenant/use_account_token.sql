-- Uses a token up; returns whether it was valid.
create function cross_tenant.use_account_token(p_token_hash bytea, p_purpose text) returns boolean
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with used as (
            delete from account_token t
             where t.token_hash = p_token_hash and t.purpose = p_purpose and t.expires_at > app_clock()
            returning 1
        )
        select exists (select from used)
    $$;
