-- Locks a person's account against a change of its password until the transaction ends; returns false when the password is
-- not that of `p_hash` any more. So a login begins with a password that is valid when it begins, and a reset ends it.
create function cross_tenant.lock_password(p_user uuid, p_hash text) returns boolean
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        select exists (select from user_account a where a.id = p_user and a.password_hash = p_hash for share)
    $$;
