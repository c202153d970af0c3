-- Writes an e-mail that is to be sent within `p_lifetime`. Returns false, and writes nothing, when it is one too many:
-- * `p_hourly` of this kind were written for the organization and `p_counted_by` within an hour. Signed-in people cause e-mails at
--   no cost, and nobody may flood a mailbox with them.
-- * `p_pending` wait in its queue (claim_emails). Strangers may fill the queue of people without an account only.
-- Requests at the same moment may exceed both a little. The work is the same for an address with an account and one without.
create function cross_tenant.insert_email(
    p_email uuid, p_organization uuid, p_kind text, p_recipient text, p_counted_by text, p_payload bytea, p_lifetime interval,
    p_hourly integer, p_pending integer
)
    returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_caused_by constant uuid := coalesce(p_organization, '00000000-0000-0000-0000-000000000000');
    v_counted_as constant bytea := sha256(convert_to(concat_ws(' ', v_caused_by, p_kind, p_counted_by), 'UTF8'));
    v_to_account constant boolean := exists (select from user_account a where a.email = p_recipient);
begin
    if (select count(*) from email e
         where e.counted_as = v_counted_as and e.created_at > app_clock() - interval '1 hour') >= p_hourly
       or (select count(*) from (
               select from email e
                where e.status = 'pending' and e.caused_by = v_caused_by and e.kind = p_kind and e.to_account = v_to_account
                limit p_pending) waiting) >= p_pending
    then
        return false;
    end if;
    insert into email (id, caused_by, kind, to_account, counted_as, payload, expires_at)
    values (p_email, v_caused_by, p_kind, v_to_account, v_counted_as, p_payload, app_clock() + p_lifetime);
    return true;
end
$$;
