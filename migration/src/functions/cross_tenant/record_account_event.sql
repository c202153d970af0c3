-- Appends an event of a person's account to the audit logs of these organizations, one after the other.
create function cross_tenant.record_account_event(p_user uuid, p_organizations uuid[], p_action text, p_details text)
    returns void
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_organization uuid;
begin
    foreach v_organization in array p_organizations loop
        perform insert_audit_entry(v_organization, p_action, p_user, 'account', p_user, null, null, p_details::jsonb);
    end loop;
end
$$;
