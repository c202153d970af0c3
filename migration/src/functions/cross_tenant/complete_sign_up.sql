-- Uses the token of a sign-up: creates the person and their organization, with the person as its owner. The holder of the
-- address names both, because anybody can request the link. Returns false when the token is not valid, or not any more. An
-- address that got an account meanwhile violates one_account_per_email.
create function cross_tenant.complete_sign_up(
    p_token_hash bytea, p_user uuid, p_name text, p_language text, p_password_hash text,
    p_organization uuid, p_organization_name text
)
    returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_email text;
begin
    delete from account_token t
     where t.token_hash = p_token_hash and t.purpose = 'sign_up' and t.expires_at > app_clock()
    returning t.email into v_email;
    if not found then
        return false;
    end if;
    perform cross_tenant.create_owner(p_user, v_email, p_name, p_password_hash, p_language, p_organization,
                                      p_organization_name);
    return true;
end
$$;
