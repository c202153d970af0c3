-- Takes a verified e-mail domain from the organization that the transaction is bound to, so that another one may verify it.
create function cross_tenant.release_email_domain(p_domain text) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        delete from verified_domain v
         where v.domain = p_domain and v.verified_by = nullif(current_setting('app.organization', true), '')::uuid
    $$;
