-- Writes an e-mail that is to be sent within `p_lifetime`. Returns false, and writes nothing, when `p_hourly` of this kind were
-- written for the organization and `p_counted_by` within an hour: signed-in people cause e-mails at no cost, and nobody may flood
-- a mailbox with them. Requests at the same moment may exceed that a little.
create function cross_tenant.insert_email(
    p_email uuid, p_organization uuid, p_kind text, p_counted_by text, p_payload bytea, p_lifetime interval, p_hourly integer
)
    returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_counted_as constant bytea := sha256(convert_to(concat_ws(' ', p_organization, p_kind, p_counted_by), 'UTF8'));
begin
    if (select count(*) from email e
         where e.counted_as = v_counted_as and e.created_at > app_clock() - interval '1 hour') >= p_hourly
    then
        return false;
    end if;
    insert into email (id, caused_by, kind, counted_as, payload, expires_at)
    values (p_email, p_organization, p_kind, v_counted_as, p_payload, app_clock() + p_lifetime);
    return true;
end
$$;
