-- Enqueues the delivery of a subject to a target, unless there is one.
create function public.enqueue_delivery(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_kind text, p_target uuid, p_subject uuid,
    p_ordering_key uuid default null
)
    returns void
    language plpgsql volatile
    as $$
begin
    insert into delivery
        (organization_id, id, livemode, kind, target_id, subject_id, ordering_key, next_attempt_at, created_at)
    values (p_organization, new_id(), p_livemode, p_kind, p_target, p_subject, p_ordering_key, p_now, p_now)
    on conflict do nothing;
end
$$;
