-- Replaces a password's hash by one with newer parameters; returns false when another hash is stored meanwhile.
create function cross_tenant.replace_password_hash(p_user uuid, p_old_hash text, p_new_hash text) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
begin
    update user_account set password_hash = p_new_hash where id = p_user and password_hash = p_old_hash;
    return found;
end
$$;
