-- Writes a webhook event and enqueues it for the organization's endpoints that subscribe to its type. An endpoint without
-- types subscribes to all but audit.recorded, which is for systems that watch over security. A disabled endpoint
-- gets none now but may ask for what it missed. With `p_as_of` only endpoints that existed by then count: what is noticed
-- late is not sent to those created since.
--
-- The transactional outbox: triggers on the rows that changed call this function, so that no code path can forget it. An
-- organization without endpoints pays one look at an index.
create function public.emit_webhook_event(
    p_organization uuid, p_livemode boolean, p_type text, p_data json, p_as_of timestamptz default 'infinity'
)
    returns void
    language plpgsql volatile
    as $$
declare
    v_now timestamptz;
    v_event uuid;
    v_endpoint record;
begin
    for v_endpoint in
        select e.id, e.enabled from webhook_endpoint e
         where e.organization_id = p_organization and e.livemode = p_livemode and e.created_at <= p_as_of
           and (cardinality(e.event_types) = 0 and p_type <> 'audit.recorded' or p_type = any (e.event_types))
    loop
        if v_event is null then
            v_event := new_id();
            v_now := app_clock_now();
            insert into webhook_event (organization_id, id, livemode, type, data, occurred_at)
            values (p_organization, v_event, p_livemode, p_type, p_data, v_now);
        end if;
        if v_endpoint.enabled then
            perform enqueue_delivery(v_now, p_organization, p_livemode, 'webhook', v_endpoint.id, v_event);
        end if;
    end loop;
end
$$;
