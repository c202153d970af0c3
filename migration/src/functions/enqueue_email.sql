-- Writes an e-mail and, in the same transaction, the wake-up of the task that sends it. Returns false when it writes none, see
-- insert_email.
create function public.enqueue_email(
    p_email uuid, p_organization uuid, p_kind text, p_recipient text, p_counted_by text, p_payload bytea, p_lifetime interval,
    p_hourly integer, p_pending integer, p_queue text, p_task text
)
    returns boolean
    language plpgsql volatile
    as $$
begin
    if not cross_tenant.insert_email(p_email, p_organization, p_kind, p_recipient, p_counted_by, p_payload, p_lifetime,
                                     p_hourly, p_pending)
    then
        return false;
    end if;
    perform enqueue_wake_up(p_queue, p_task, 0);
    return true;
end
$$;
