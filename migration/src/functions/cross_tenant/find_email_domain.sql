-- The organization that has verified an e-mail domain.
create function cross_tenant.find_email_domain(p_domain text) returns table (organization_id uuid)
    language sql stable security definer set search_path = public, pg_temp
    as $$ select v.verified_by from verified_domain v where v.domain = p_domain $$;
