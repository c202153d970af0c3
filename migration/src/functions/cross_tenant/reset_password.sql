-- Uses the token of a password reset: sets the password of the address's account and voids its other reset links. Returns
-- the account, or no row when the token is not valid, or not any more.
create function cross_tenant.reset_password(p_token_hash bytea, p_user uuid, p_password_hash text) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_email text;
begin
    delete from account_token t
     where t.token_hash = p_token_hash and t.purpose = 'password_reset' and t.expires_at > app_clock()
    returning t.email into v_email;
    if not found then
        return false;
    end if;
    update user_account a set password_hash = p_password_hash where a.id = p_user and a.email = v_email;
    if not found then
        return false;
    end if;
    perform cross_tenant.void_password_resets(v_email);
    return true;
end
$$;
