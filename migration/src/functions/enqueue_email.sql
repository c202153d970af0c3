-- Writes an e-mail and, in the same transaction, the wake-up of the task that sends it.
create function public.enqueue_email(
    p_email uuid, p_organization uuid, p_kind text, p_payload bytea, p_lifetime interval, p_queue text, p_task text
)
    returns void
    language plpgsql volatile
    as $$
begin
    perform cross_tenant.insert_email(p_email, p_organization, p_kind, p_payload, p_lifetime);
    perform enqueue_wake_up(p_queue, p_task, 0);
end
$$;
