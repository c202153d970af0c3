-- Whether a person may not use a password in the organization that the transaction is bound to: it enforces single sign-on,
-- the address is in one of its verified domains or the person has an identity at the provider, and they are no owner.
-- Without `p_user` the address decides alone.
create function cross_tenant.requires_single_sign_on(p_user uuid, p_email text) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select exists (
            select from identity_provider p
             where p.organization_id = nullif(current_setting('app.organization', true), '')::uuid and p.enforced
               and (exists (select from email_domain d
                             where d.organization_id = p.organization_id and d.verified_at is not null
                               and d.domain = split_part(
                                   coalesce(p_email, (select a.email from user_account a where a.id = p_user)), '@', 2))
                    or exists (select from external_identity i
                                where i.organization_id = p.organization_id and i.user_id = p_user
                                  and i.issuer = p.issuer))
               and not exists (select from membership m
                                where m.organization_id = p.organization_id and m.user_id = p_user
                                  and m.role = 'owner'))
    $$;
