-- The row of an idempotency key; without one all columns are null, also `fingerprint`, which no row has null.
create function public.find_idempotency_key(
    p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_operation text, p_key text,
    out fingerprint bytea, out preference text, out session_id uuid, out turn_id uuid,
    out status integer, out headers json, out body text
)
    language plpgsql stable
    as $$
begin
    select k.fingerprint, k.preference, k.session_id, k.turn_id, k.status, k.headers, k.body
      into fingerprint, preference, session_id, turn_id, status, headers, body
      from idempotency_key k
     where k.organization_id = p_organization and k.livemode = p_livemode
       and k.user_id = coalesce(p_user, '00000000-0000-0000-0000-000000000000')
       and k.api_key_id = coalesce(p_api_key, '00000000-0000-0000-0000-000000000000')
       and k.operation = p_operation and k.key = p_key;
end
$$;
