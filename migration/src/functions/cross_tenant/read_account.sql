-- A person's own account.
create function cross_tenant.read_account(p_user uuid)
    returns table (email text, name text, language text, password_hash text)
    language sql stable security definer set search_path = public, pg_temp
    as $$ select a.email, a.name, a.language, a.password_hash from user_account a where a.id = p_user $$;
