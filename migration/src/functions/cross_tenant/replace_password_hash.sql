-- Replaces a password's hash by one with newer parameters, unless the password was changed meanwhile.
create function cross_tenant.replace_password_hash(p_user uuid, p_old_hash text, p_new_hash text) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$ update user_account set password_hash = p_new_hash where id = p_user and password_hash = p_old_hash $$;
