-- Gives a verified e-mail domain to the organization that the transaction is bound to; returns whether it has the domain now, and
-- not another organization.
create function cross_tenant.claim_email_domain(p_domain text) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_organization constant uuid := nullif(current_setting('app.organization', true), '')::uuid;
begin
    insert into verified_domain (domain, verified_by) values (p_domain, v_organization) on conflict do nothing;
    return exists (select from verified_domain v where v.domain = p_domain and v.verified_by = v_organization);
end
$$;
