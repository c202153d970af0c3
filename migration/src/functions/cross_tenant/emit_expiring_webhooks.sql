-- Emits session.expired for sessions that have expired, and session.expiring for those that expire within `p_ahead`, or
-- within half of the organization's session lifetime where that is less: once per expiry, for endpoints that existed by
-- then. Returns how many. Without an endpoint that subscribes it looks at no session.
create function cross_tenant.emit_expiry_webhooks(p_ahead interval, p_limit integer) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_session record;
    v_emitted integer := 0;
begin
    if not exists (select from webhook_endpoint e
                    where cardinality(e.event_types) = 0 or e.event_types && array['session.expiring', 'session.expired']) then
        return 0;
    end if;
    for v_session in
        select s.organization_id, s.id, s.livemode, s.expires_at, s.is_complete, due.is_over, due.at
          from session s join organization o on o.id = s.organization_id
          cross join lateral (select s.expires_at <= app_clock() as is_over, s.expires_at - case
                when s.expires_at <= app_clock() then '0'
                else greatest(least(p_ahead, make_interval(secs => o.session_lifetime_seconds / 2)), '0') end as at) due
         where s.expires_at <= app_clock() + p_ahead and due.at <= app_clock()
           and case when due.is_over then not s.expired_webhook_sent
                    else s.expiring_webhook_for is null or s.expiring_webhook_for < s.expires_at end
           and exists (select from webhook_endpoint e where e.organization_id = s.organization_id and e.livemode = s.livemode
                                                        and e.created_at <= due.at)
         order by s.expires_at limit p_limit
           for no key update of s skip locked
    loop
        if v_session.is_over then
            perform emit_webhook_event(v_session.organization_id, v_session.livemode, 'session.expired',
                json_build_object('session_id', v_session.id, 'is_complete', v_session.is_complete), v_session.at);
            update session set expired_webhook_sent = true
             where organization_id = v_session.organization_id and id = v_session.id;
        else
            perform emit_webhook_event(v_session.organization_id, v_session.livemode, 'session.expiring',
                json_build_object('session_id', v_session.id, 'is_complete', v_session.is_complete, 'expires_at',
                    to_char(v_session.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), v_session.at);
            update session set expiring_webhook_for = v_session.expires_at
             where organization_id = v_session.organization_id and id = v_session.id;
        end if;
        v_emitted := v_emitted + 1;
    end loop;
    return v_emitted;
end
$$;
