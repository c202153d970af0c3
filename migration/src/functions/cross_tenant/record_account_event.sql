-- Appends an event of a person's account to the audit logs of these organizations, one after the other, at most `p_hourly`
-- times an hour in each. Only the organization in which the person is signed in learns from where the request came; a
-- request without a login, such as the use of a link, concerns all of them alike.
create function cross_tenant.record_account_event(
    p_user uuid, p_organizations uuid[], p_action text, p_details text, p_hourly integer
)
    returns void
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_home constant uuid := nullif(current_setting('app.organization', true), '')::uuid;
    v_context constant jsonb := nullif(current_setting('app.audit_context', true), '')::jsonb;
    v_elsewhere constant jsonb := v_context - array['address', 'user_agent', 'caller_request_id'];
    v_actor constant uuid := coalesce((v_context ->> 'user_id')::uuid, p_user);
    v_organization uuid;
begin
    foreach v_organization in array p_organizations loop
        continue when is_audited_enough(v_organization, p_action, p_user, v_actor, (v_context ->> 'api_key_id')::uuid, p_hourly);
        perform set_config('app.audit_context',
            coalesce(case when v_organization <> v_home then v_elsewhere else v_context end::text, ''), true);
        perform insert_audit_entry(v_organization, p_action, p_user, 'account', p_user, null, null, p_details::jsonb);
    end loop;
    perform set_config('app.audit_context', coalesce(v_context::text, ''), true);
end
$$;
