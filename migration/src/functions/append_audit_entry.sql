-- Appends an event that changes no audited row, at most `p_hourly` times an hour for an actor and object; null: always.
-- Nobody can fill the log with what costs them nothing, such as refused requests.
create function public.append_audit_entry(
    p_now timestamptz, p_organization uuid, p_livemode boolean,
    p_action text, p_object_type text, p_object uuid, p_details text, p_hourly integer
)
    returns boolean
    language plpgsql volatile
    as $$
declare
    v_context constant jsonb := nullif(current_setting('app.audit_context', true), '')::jsonb;
    v_recent bigint;
begin
    if p_hourly is not null then
        select count(*) into v_recent from (
            select from audit_entry e
             where e.organization_id = p_organization and e.action = p_action
               and e.id >= first_id_at(clock_timestamp() - interval '1 hour')
               and e.object_id is not distinct from p_object
               and e.actor_user_id is not distinct from (v_context ->> 'user_id')::uuid
               and e.actor_api_key_id is not distinct from (v_context ->> 'api_key_id')::uuid
             limit p_hourly) recent;
        if v_recent >= p_hourly then
            return false;
        end if;
    end if;
    perform insert_audit_entry(p_organization, p_action, null, p_object_type, p_object, null, null, p_details::jsonb);
    return true;
end
$$;
