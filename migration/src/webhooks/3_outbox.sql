-- The outbox: what happens is written down for receivers in the transaction in which it happens. Triggers on the rows that
-- say it is so, so that no path can forget it. An organization without endpoints pays one look at an index.

-- Writes the event for the endpoints of its organization, if there are any that want it: one that is disabled may still
-- ask for what it missed. None when nobody does. What is noticed late is told to those only that were there when it happened.
create function write_webhook_event(
    org uuid, live boolean, new_type text, contents json, happened timestamptz default 'infinity'
) returns uuid
    language plpgsql volatile
    as $$
declare
    moment timestamptz;
    fresh uuid;
    endpoint record;
begin
    for endpoint in
        select e.id, e.enabled from webhook_endpoint e
         where e.organization_id = org and e.livemode = live and e.created_at <= happened
           and (cardinality(e.event_types) = 0 or new_type = any (e.event_types))
    loop
        if fresh is null then
            fresh := new_id();
            moment := app_clock_now();
            insert into webhook_event (organization_id, id, livemode, type, data, occurred_at)
            values (org, fresh, live, new_type, contents, moment);
        end if;
        if endpoint.enabled then
            perform put_delivery(moment, org, live, 'webhook', endpoint.id, fresh);
        end if;
    end loop;
    return fresh;
end
$$;

-- Puts on their way to an endpoint the events since then that it wants and that never were; how many. Tests excepted: they
-- were for one endpoint. Row-level security keeps both tables to the caller's organization and mode.
create function put_missed_events(at timestamptz, org uuid, live boolean, endpoint uuid, since timestamptz) returns bigint
    language plpgsql volatile
    as $$
declare
    put bigint;
begin
    perform put_delivery(at, org, live, 'webhook', endpoint, missed.id)
       from (select v.id from webhook_event v join webhook_endpoint e on e.organization_id = v.organization_id
              where e.organization_id = org and e.id = endpoint and e.livemode = live and v.livemode = live
                and v.occurred_at >= since and v.type <> 'webhook.test'
                and (cardinality(e.event_types) = 0 or v.type = any (e.event_types))
                and not exists (select from delivery d
                                 where d.target_id = e.id and d.subject_id = v.id and d.organization_id = org)) missed;
    get diagnostics put = row_count;
    return put;
end
$$;

create function tell_of_ended_turn() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from webhook_endpoint e where e.organization_id = new.organization_id and e.livemode = new.livemode) then
        if new.status = 'succeeded' then
            perform write_webhook_event(new.organization_id, new.livemode, 'turn.completed',
                json_build_object('session_id', new.session_id, 'turn_id', new.id));
        else
            perform write_webhook_event(new.organization_id, new.livemode, 'turn.failed',
                json_build_object('session_id', new.session_id, 'turn_id', new.id, 'code', new.error_code));
        end if;
    end if;
    return null;
end
$$;
create trigger tell_of_ended_turn after update of status on turn for each row
    when (new.status in ('succeeded', 'failed') and old.status not in ('succeeded', 'failed'))
    execute function tell_of_ended_turn();

create function tell_of_job_post() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from webhook_endpoint e where e.organization_id = new.organization_id and e.livemode = new.livemode) then
        perform write_webhook_event(new.organization_id, new.livemode,
            case new.revision when 1 then 'job_post.published' else 'job_post.revised' end,
            json_build_object('session_id', new.session_id, 'job_post_id', new.id, 'revision', new.revision));
    end if;
    return null;
end
$$;
create trigger tell_of_job_post after insert on job_post for each row execute function tell_of_job_post();

-- Its job post is there already when a session becomes complete.
create function tell_of_complete_session() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from webhook_endpoint e where e.organization_id = new.organization_id and e.livemode = new.livemode) then
        perform write_webhook_event(new.organization_id, new.livemode, 'session.completed',
            json_build_object('session_id', new.id, 'revision', new.revision, 'job_post_id',
                (select p.id from job_post p
                  where p.organization_id = new.organization_id and p.session_id = new.id and p.revision = new.revision)));
    end if;
    return null;
end
$$;
create trigger tell_of_complete_session after update of is_complete on session for each row
    when (new.is_complete and not old.is_complete) execute function tell_of_complete_session();
