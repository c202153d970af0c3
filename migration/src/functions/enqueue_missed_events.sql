-- Enqueues for an endpoint the events since then that it subscribes to and that were never enqueued for it; returns how
-- many. Tests and verifications were for one endpoint, so they are left out.
create function public.enqueue_missed_events(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_endpoint uuid, p_since timestamptz
)
    returns bigint
    language plpgsql volatile
    as $$
declare
    v_enqueued bigint;
begin
    perform enqueue_delivery(p_now, p_organization, p_livemode, 'webhook', p_endpoint, missed.id)
       from (select v.id from webhook_event v join webhook_endpoint e on e.organization_id = v.organization_id
              where e.organization_id = p_organization and e.id = p_endpoint
                and e.livemode = p_livemode and v.livemode = p_livemode
                and v.occurred_at >= p_since and v.type not in ('webhook.test', 'webhook_endpoint.verification')
                and (cardinality(e.event_types) = 0 and v.type <> 'audit.recorded' or v.type = any (e.event_types))
                and not exists (select from delivery d
                                 where d.target_id = e.id and d.subject_id = v.id and d.organization_id = p_organization)
            ) missed;
    get diagnostics v_enqueued = row_count;
    return v_enqueued;
end
$$;
