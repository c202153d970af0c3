-- The account of an e-mail address, to write to it.
create function cross_tenant.find_recipient(p_email text) returns table (language text)
    language sql stable security definer set search_path = public, pg_temp
    as $$ select a.language from user_account a where a.email = p_email $$;
