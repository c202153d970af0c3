-- Uses the token of a change of address: gives the account its new address, and voids the person's other links. Returns the
-- person and the two addresses, or no row when the token is not valid, or not any more. An address that got another account
-- meanwhile violates one_account_per_email.
create function cross_tenant.confirm_email(p_token_hash bytea)
    returns table (user_id uuid, old_email text, new_email text)
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_user uuid;
    v_old_email text;
    v_new_email text;
begin
    select t.user_id into v_user from account_token t where t.token_hash = p_token_hash and t.purpose = 'email_change';
    select a.email into v_old_email from user_account a where a.id = v_user for no key update;
    delete from account_token t
     where t.token_hash = p_token_hash and t.user_id = v_user and t.expires_at > app_clock()
    returning t.email into v_new_email;
    if not found then
        return;
    end if;
    update user_account a set email = v_new_email where a.id = v_user;
    perform cross_tenant.void_links(v_user, v_old_email);
    return query select v_user, v_old_email, v_new_email;
end
$$;
