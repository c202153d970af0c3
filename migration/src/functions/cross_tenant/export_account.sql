-- What an export has of an account. Shows members of the transaction's organization only.
create function cross_tenant.export_account(p_user uuid)
    returns table (id uuid, email text, name text, language text, created_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select a.id, a.email, a.name, a.language, a.created_at
          from user_account a
          join membership m on m.user_id = a.id
                           and m.organization_id = nullif(current_setting('app.organization', true), '')::uuid
         where a.id = p_user
    $$;
