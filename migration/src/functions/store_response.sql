-- Stores the response to an idempotency key unless there is one, and returns the key's row as it is then. No row: the
-- session of the key was deleted.
create function public.store_response(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_operation text, p_key text,
    p_status integer, p_headers text, p_body text, p_session uuid
)
    returns table (
        fingerprint bytea, preference text, session_id uuid, turn_id uuid, status integer, headers json, body text
    )
    language plpgsql volatile
    as $$
begin
    return query
        update idempotency_key k
           set status = p_status, headers = p_headers::json, body = p_body,
               session_id = coalesce(p_session, k.session_id)
         where k.organization_id = p_organization and k.livemode = p_livemode
           and k.user_id = coalesce(p_user, '00000000-0000-0000-0000-000000000000')
           and k.api_key_id = coalesce(p_api_key, '00000000-0000-0000-0000-000000000000')
           and k.operation = p_operation and k.key = p_key and k.status is null
        returning k.fingerprint, k.preference, k.session_id, k.turn_id, k.status, k.headers, k.body;
    if not found then
        return query
            select k.fingerprint, k.preference, k.session_id, k.turn_id, k.status, k.headers, k.body
              from find_idempotency_key(p_organization, p_livemode, p_user, p_api_key, p_operation, p_key) k
             where k.fingerprint is not null;
    end if;
end
$$;
