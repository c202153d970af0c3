-- What receivers have been told of: the end that it will have, which every turn puts off, and that it has come.
alter table session
    add column told_expiring timestamptz,
    add column told_expired boolean not null default false;

-- Tells of sessions that end within `ahead`, or within half of an organization's session lifetime where that is less, and of
-- those that have ended: the endpoints that were there by then, and of no end twice. Returns how many it told of. Without an
-- endpoint that wants to know it looks no further.
create function across.tell_of_expiries(ahead interval, most integer) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    gone record;
    told integer := 0;
begin
    if not exists (select from webhook_endpoint e
                    where cardinality(e.event_types) = 0 or e.event_types && array['session.expiring', 'session.expired']) then
        return 0;
    end if;
    for gone in
        select s.organization_id, s.id, s.livemode, s.expires_at, s.is_complete, moment.is_over, moment.at
          from session s join organization o on o.id = s.organization_id
          cross join lateral (select s.expires_at <= app_clock() as is_over, s.expires_at - case
                when s.expires_at <= app_clock() then '0'
                else greatest(least(ahead, make_interval(secs => o.session_lifetime_seconds / 2)), '0') end as at) moment
         where s.expires_at <= app_clock() + ahead and moment.at <= app_clock()
           and case when moment.is_over then not s.told_expired
                    else s.told_expiring is null or s.told_expiring < s.expires_at end
           and exists (select from webhook_endpoint e where e.organization_id = s.organization_id and e.livemode = s.livemode
                                                        and e.created_at <= moment.at)
         order by s.expires_at limit most
           for no key update of s skip locked
    loop
        if gone.is_over then
            perform write_webhook_event(gone.organization_id, gone.livemode, 'session.expired',
                json_build_object('session_id', gone.id, 'is_complete', gone.is_complete), gone.at);
            update session set told_expired = true where organization_id = gone.organization_id and id = gone.id;
        else
            perform write_webhook_event(gone.organization_id, gone.livemode, 'session.expiring',
                json_build_object('session_id', gone.id, 'is_complete', gone.is_complete, 'expires_at',
                    to_char(gone.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), gone.at);
            update session set told_expiring = gone.expires_at where organization_id = gone.organization_id and id = gone.id;
        end if;
        told := told + 1;
    end loop;
    return told;
end
$$;

-- The sweep may be there first. Nobody else can delete a session that has expired.
create function tell_of_swept_session() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from webhook_endpoint e where e.organization_id = old.organization_id and e.livemode = old.livemode) then
        perform write_webhook_event(old.organization_id, old.livemode, 'session.expired',
            json_build_object('session_id', old.id, 'is_complete', old.is_complete), old.expires_at);
    end if;
    return null;
end
$$;
create trigger tell_of_swept_session after delete on session for each row
    when (not old.told_expired and old.expires_at <= app_clock()) execute function tell_of_swept_session();

-- Deletes what receivers were told long ago; a delivery takes its attempts along. Gives the larger of the two counts.
create function across.sweep_deliveries(most integer) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    events integer;
    deliveries integer;
begin
    delete from webhook_event e where e.ctid = any (array(
        select ctid from webhook_event where occurred_at < app_clock() - interval '30 days' limit most));
    get diagnostics events = row_count;
    delete from delivery d where d.ctid = any (array(
        select ctid from delivery where created_at < app_clock() - interval '30 days' and status <> 'pending' limit most));
    get diagnostics deliveries = row_count;
    return greatest(events, deliveries);
end
$$;
