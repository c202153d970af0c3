-- Notices sessions that have expired, and emits session.expired for them. Emits session.expiring for sessions that expire within
-- `p_ahead`, or within half of the organization's session lifetime where that is less: once per expiry. Only for endpoints that
-- existed by then. Returns how many sessions there were, at most `p_limit` of each kind.
create function cross_tenant.note_expiries(p_ahead interval, p_limit integer) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_session record;
    v_noted integer := 0;
begin
    for v_session in
        with due as (
            select s.organization_id, s.id from session s where not s.expiry_noticed and s.expires_at <= app_clock()
             order by s.expires_at limit p_limit for no key update skip locked)
        update session s set expiry_noticed = true from due
         where s.organization_id = due.organization_id and s.id = due.id
        returning s.organization_id, s.id, s.livemode, s.is_complete, s.expires_at
    loop
        perform emit_webhook_event(v_session.organization_id, v_session.livemode, 'session.expired',
            json_build_object('session_id', v_session.id, 'is_complete', v_session.is_complete), v_session.expires_at);
        v_noted := v_noted + 1;
    end loop;
    -- Without an endpoint that subscribes, it looks at no further session.
    if not exists (select from webhook_endpoint e
                    where cardinality(e.event_types) = 0 or 'session.expiring' = any (e.event_types)) then
        return v_noted;
    end if;
    for v_session in
        select s.organization_id, s.id, s.livemode, s.expires_at, s.is_complete, due.at
          from session s join organization o on o.id = s.organization_id
          cross join lateral (select s.expires_at
                - greatest(least(p_ahead, make_interval(secs => o.session_lifetime_seconds / 2)), '0') as at) due
         where not s.expiry_noticed and s.expires_at > app_clock() and s.expires_at <= app_clock() + p_ahead
           and due.at <= app_clock()
           and (s.expiring_webhook_for is null or s.expiring_webhook_for < s.expires_at)
           and exists (select from webhook_endpoint e where e.organization_id = s.organization_id and e.livemode = s.livemode
                                                        and e.created_at <= due.at)
         order by s.expires_at limit p_limit
           for no key update of s skip locked
    loop
        perform emit_webhook_event(v_session.organization_id, v_session.livemode, 'session.expiring',
            json_build_object('session_id', v_session.id, 'is_complete', v_session.is_complete, 'expires_at',
                to_char(v_session.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), v_session.at);
        update session set expiring_webhook_for = v_session.expires_at
         where organization_id = v_session.organization_id and id = v_session.id;
        v_noted := v_noted + 1;
    end loop;
    return v_noted;
end
$$;
