-- Names and addresses of people, as far as they are members of the organization that the transaction is bound to.
create function cross_tenant.list_accounts(p_users uuid[])
    returns table (user_id uuid, email text, name text)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select a.id, a.email, a.name
          from membership m join user_account a on a.id = m.user_id
         where m.organization_id = nullif(current_setting('app.organization', true), '')::uuid and m.user_id = any (p_users)
    $$;
