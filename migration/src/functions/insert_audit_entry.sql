-- Appends to the audit log and emits audit.recorded. Actor, address and request come from the transaction's setting
-- `app.audit_context`, see begin_tenant_transaction. `p_actor` is the person if the request has none; an operator acts on
-- behalf of nobody.
create function public.insert_audit_entry(
    p_organization uuid, p_action text, p_actor uuid, p_object_type text, p_object uuid,
    p_before jsonb, p_after jsonb, p_details jsonb
)
    returns void
    language plpgsql volatile
    as $$
declare
    v_context constant jsonb := nullif(current_setting('app.audit_context', true), '')::jsonb;
    -- A function of cross_tenant may run before a transaction has a mode.
    v_livemode constant boolean := coalesce(nullif(current_setting('app.livemode', true), '')::boolean, true);
    v_is_operator constant boolean := coalesce((v_context ->> 'is_operator')::boolean, false);
    v_user constant uuid := case when not v_is_operator then coalesce((v_context ->> 'user_id')::uuid, p_actor) end;
    v_key constant uuid := (v_context ->> 'api_key_id')::uuid;
    v_kind constant text := case when v_is_operator then 'operator'
                                 when v_key is not null then 'api_key' when v_user is not null then 'person'
                                 when v_context is not null then 'anonymous' else 'system' end;
    -- The id is of the same millisecond, so that lists can select times by ids.
    v_now constant timestamptz := date_trunc('milliseconds', clock_timestamp());
    v_id constant uuid := encode(overlay(uuid_send(new_id()) placing substring(uuid_send(first_id_at(v_now)) from 1 for 6)
                                         from 1 for 6), 'hex')::uuid;
begin
    insert into audit_entry
        (organization_id, id, livemode, occurred_at, action, actor_kind, actor_user_id, actor_api_key_id,
         address, user_agent, request_id, caller_request_id, object_type, object_id, before, after, details)
    values (p_organization, v_id, v_livemode, v_now, p_action, v_kind, v_user, v_key,
            v_context ->> 'address', v_context ->> 'user_agent', (v_context ->> 'request_id')::uuid,
            v_context ->> 'caller_request_id', p_object_type, p_object, p_before, p_after, p_details);
    perform emit_webhook_event(p_organization, v_livemode, 'audit.recorded',
        json_strip_nulls(json_build_object(
            'audit_entry_id', v_id, 'action', p_action, 'actor', v_kind, 'user_id', v_user, 'api_key_id', v_key,
            'object_type', p_object_type, 'object_id', p_object)));
end
$$;
