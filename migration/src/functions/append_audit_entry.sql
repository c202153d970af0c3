-- Appends an event that changes no audited row, at most `p_hourly` times an hour for an actor and object; null: always.
create function public.append_audit_entry(
    p_now timestamptz, p_organization uuid, p_livemode boolean,
    p_action text, p_object_type text, p_object uuid, p_details text, p_hourly integer
)
    returns boolean
    language plpgsql volatile
    as $$
declare
    v_context constant jsonb := nullif(current_setting('app.audit_context', true), '')::jsonb;
begin
    if p_hourly is not null
       and is_audited_enough(p_organization, p_action, p_object, (v_context ->> 'user_id')::uuid,
                             (v_context ->> 'api_key_id')::uuid, p_hourly)
    then
        return false;
    end if;
    perform insert_audit_entry(p_organization, p_action, null, p_object_type, p_object, null, null, p_details::jsonb);
    return true;
end
$$;
