-- Creates the account of a person who accepts an invitation.
create function cross_tenant.create_account(
    p_user uuid, p_email text, p_name text, p_password_hash text, p_language text
)
    returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        insert into user_account (id, email, name, password_hash, language)
        values (p_user, p_email, p_name, p_password_hash, p_language)
    $$;
