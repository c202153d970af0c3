-- The account of an e-mail address in its normal form, to check a password.
create function cross_tenant.find_account(p_email text)
    returns table (user_id uuid, password_hash text)
    language sql stable security definer set search_path = public, pg_temp
    as $$ select a.id, a.password_hash from user_account a where a.email = p_email $$;
