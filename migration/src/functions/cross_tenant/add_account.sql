-- Creates the account of a new member.
create function cross_tenant.add_account(p_user uuid, p_email text, p_name text, p_password_hash text) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        insert into user_account (id, email, name, password_hash) values (p_user, p_email, p_name, p_password_hash)
    $$;
