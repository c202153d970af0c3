-- Writes an e-mail that is to be sent within `p_lifetime`.
create function cross_tenant.insert_email(
    p_email uuid, p_organization uuid, p_kind text, p_payload bytea, p_lifetime interval
)
    returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        insert into email (id, organization_id, kind, payload, expires_at)
        values (p_email, p_organization, p_kind, p_payload, app_clock() + p_lifetime)
    $$;
