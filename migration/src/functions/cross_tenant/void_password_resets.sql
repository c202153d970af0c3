-- Voids the reset links that were sent to an address: they were made for a password or an address that the account no longer
-- has.
create function cross_tenant.void_password_resets(p_email text) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$ delete from account_token t where t.email = p_email and t.purpose = 'password_reset' $$;
