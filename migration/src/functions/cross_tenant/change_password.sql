-- Replaces a password's hash by that of a new password and voids the person's links; returns false when the password
-- was changed meanwhile.
create function cross_tenant.change_password(p_user uuid, p_old_hash text, p_new_hash text) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_email text;
begin
    update user_account a set password_hash = p_new_hash
     where a.id = p_user and a.password_hash = p_old_hash
    returning a.email into v_email;
    if not found then
        return false;
    end if;
    perform cross_tenant.void_links(p_user, v_email);
    return true;
end
$$;
