-- Uses the token of a password reset: sets the password of the person, and voids their other links. Returns false when the
-- token is not valid, or not any more, or was sent to an address that the person no longer has.
create function cross_tenant.reset_password(p_token_hash bytea, p_user uuid, p_password_hash text) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_email text;
begin
    select a.email into v_email from user_account a where a.id = p_user for no key update;
    delete from account_token t
     where t.token_hash = p_token_hash and t.purpose = 'password_reset' and t.email = v_email and t.expires_at > app_clock();
    if not found then
        return false;
    end if;
    update user_account a set password_hash = p_password_hash where a.id = p_user;
    perform cross_tenant.void_links(p_user, v_email);
    return true;
end
$$;
