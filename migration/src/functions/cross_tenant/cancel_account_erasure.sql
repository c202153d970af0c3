-- Cancels the erasure of an account: one that the person demanded, or one that is due because the person had left the last
-- organization and has joined another since.
create function cross_tenant.cancel_account_erasure(p_user uuid, p_requested boolean) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        update account_erasure set requested_at = null, due_at = null
         where user_id = p_user and (requested_at is not null) = p_requested
           -- Not one that a person who leaves again has begun meanwhile.
           and (p_requested or due_at <= app_clock())
    $$;
