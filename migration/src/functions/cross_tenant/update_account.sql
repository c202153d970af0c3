-- Changes a person's name and language; null leaves them. Returns which of the two it changed.
create function cross_tenant.update_account(p_user uuid, p_name text, p_language text)
    returns table (name_changed boolean, language_changed boolean)
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with old as (
            select a.id, a.name, a.language from user_account a where a.id = p_user for no key update
        )
        update user_account a set name = coalesce(p_name, a.name), language = coalesce(p_language, a.language)
          from old where a.id = old.id
        returning a.name is distinct from old.name, a.language is distinct from old.language
    $$;
