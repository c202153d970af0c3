-- Suspends an organization, or ends its suspension. Event streams check their callers again at once, those of other
-- organizations too: it happens rarely.
create function cross_tenant.suspend_organization(p_organization uuid, p_is_suspended boolean) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
begin
    update organization
       set suspended_at = case when p_is_suspended then coalesce(suspended_at, app_clock()) end
     where id = p_organization;
    perform pg_notify('postwright_events', '*');
end
$$;
