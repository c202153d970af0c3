-- Whether the account with this e-mail address is a member of the organization that the transaction is bound to. An address
-- without an account takes the same two look-ups as one with an account elsewhere.
create function cross_tenant.is_member(p_email text) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select exists (
            select from membership m
             where m.organization_id = nullif(current_setting('app.organization', true), '')::uuid
               and m.user_id = coalesce((select a.id from user_account a where a.email = p_email),
                                        '00000000-0000-0000-0000-000000000000'))
    $$;
