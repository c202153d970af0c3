-- Replaces the sealed payload of an e-mail, unless it was sent or given up meanwhile; returns whether it did.
create function cross_tenant.replace_email_payload(p_email uuid, p_old bytea, p_new bytea) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
begin
    update email e set payload = p_new where e.id = p_email and e.payload = p_old;
    return found;
end
$$;
