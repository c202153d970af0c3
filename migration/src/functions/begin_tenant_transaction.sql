-- Binds the transaction to one organization and mode for row-level security. In the same round trip it returns the time and
-- whether the caller's credential is valid: a login that is neither revoked nor expired, of a member who has the claimed
-- role; or an API key that is neither revoked nor expired, has the claimed scopes and, if it acts for a member, that member
-- has the claimed role. A login that may only add a second factor is valid if `p_enrolling`. Without a user and a key the caller
-- is Postwright itself, which a suspended organization does not refuse. `p_audit_context` is a JSON text: who acts in which
-- request, for the entries that the transaction appends to the audit log (insert_audit_entry).
--
-- Token times are compared with the real clock, so that moving app_clock() signs nobody out. The settings are made by
-- assignments, which run no statement of their own: every step of a turn calls this function.
create type public.credential_status as enum ('valid', 'system', 'expired', 'revoked', 'stale', 'key_ended',
    'enrolment_required', 'suspended');

create function public.begin_tenant_transaction(
    p_organization uuid, p_livemode boolean, p_user uuid, p_login uuid, p_role text,
    p_not_before timestamptz, p_expires_at timestamptz, p_api_key uuid, p_scopes text,
    p_enrolling boolean, p_audit_context text,
    out now timestamptz, out real_time timestamptz, out credential credential_status
)
    language plpgsql volatile
    as $$
declare
    v_setting text;
begin
    v_setting := set_config('app.organization', p_organization::text, true);
    v_setting := set_config('app.livemode', p_livemode::text, true);
    if p_audit_context is not null then
        v_setting := set_config('app.audit_context', p_audit_context, true);
    end if;
    real_time := now();
    now := real_time + (select o.ahead_by from clock_offset o);
    if p_user is null and p_api_key is null then
        credential := 'system';
    elsif real_time < p_not_before - interval '10 seconds' or real_time > p_expires_at + interval '10 seconds' then
        credential := 'expired';
    elsif p_api_key is not null then
        select case when o.suspended_at is not null then 'suspended'::credential_status
                    when (p_user is null or m.role = p_role) and k.scopes @> string_to_array(p_scopes, ' ')
                    then 'valid' else 'stale' end
          into credential
          from api_key k
          join organization o on o.id = k.organization_id
          left join membership m on m.organization_id = k.organization_id and m.user_id = p_user
         where k.organization_id = p_organization and k.id = p_api_key and k.livemode = p_livemode
           and k.revoked_at is null and (k.expires_at is null or k.expires_at > real_time);
        credential := coalesce(credential, 'key_ended');
    else
        select case when o.suspended_at is not null then 'suspended'::credential_status
                    when m.role is distinct from p_role then 'stale'
                    when l.enrolment_required and not p_enrolling then 'enrolment_required'
                    else 'valid' end
          into credential
          from login l
          join organization o on o.id = l.organization_id
          join membership m on m.organization_id = l.organization_id and m.user_id = l.user_id
         where l.organization_id = p_organization and l.id = p_login and l.user_id = p_user
           and l.revoked_at is null and l.expires_at > real_time;
        credential := coalesce(credential, 'revoked');
    end if;
end
$$;
