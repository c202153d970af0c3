-- Voids the links of a person that were made for a password or an address which the account no longer has: those that reset
-- the password or sign in, and those that change the address. The caller has locked the account, always before a row of account_token.
create function cross_tenant.void_links(p_user uuid, p_email text) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        delete from account_token t where t.user_id = p_user;
        delete from account_token t where t.email = p_email and t.purpose in ('password_reset', 'sign_in');
    $$;
