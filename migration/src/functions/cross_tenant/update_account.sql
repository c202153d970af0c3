-- Changes a person's name and language; null leaves them.
create function cross_tenant.update_account(p_user uuid, p_name text, p_language text) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        update user_account a set name = coalesce(p_name, a.name), language = coalesce(p_language, a.language)
         where a.id = p_user
    $$;
