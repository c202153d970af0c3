-- Claims due deliveries fairly: every target's first, then every target's second, up to its share of what is in flight. A
-- slow receiver occupies its own share and no more. Each claim takes a lease, counts as an attempt and records it. When the
-- worker dies, the delivery is claimed again under the same id after the lease and the delay of `p_delays` before the next
-- attempt, so a delivery that crashes its worker does so a few times in days.
create function cross_tenant.claim_deliveries(p_limit integer, p_lease interval, p_share integer, p_delays interval[])
    returns table (
        organization_id uuid, livemode boolean, delivery_id uuid, kind text, target_id uuid, subject_id uuid,
        epoch integer, attempts integer
    )
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
#variable_conflict use_column
declare
    v_organizations uuid[];
    v_deliveries uuid[];
begin
    -- One claim at a time: two at the same moment would each count what is in flight without what the other takes. Every
    -- statement after this one sees what earlier claims have taken.
    perform pg_advisory_xact_lock(hashtext('postwright.deliveries'));
    with recursive targets as (
        -- From each target to the next, with its earliest due delivery.
        (select d.target_id, d.next_attempt_at from delivery d where d.status = 'pending'
          order by d.target_id, d.next_attempt_at limit 1)
        union all
        select n.target_id, n.next_attempt_at
          from targets t cross join lateral (
               select d.target_id, d.next_attempt_at from delivery d
                where d.status = 'pending' and d.target_id > t.target_id
                order by d.target_id, d.next_attempt_at limit 1) n
    ), busy as (
        select t.target_id,
               (select count(*) from delivery l
                 where l.target_id = t.target_id and l.status = 'pending' and l.lease_until > app_clock()) as leased
          from targets t where t.next_attempt_at <= app_clock()
    ), ranked as (
        select n.organization_id, n.id, n.next_attempt_at,
               b.leased + row_number() over (partition by b.target_id order by n.next_attempt_at) as place
          from busy b cross join lateral (
               select d.organization_id, d.id, d.next_attempt_at from delivery d
                where d.target_id = b.target_id and d.status = 'pending' and d.next_attempt_at <= app_clock()
                  -- An ordered delivery waits for the earlier ones, and for a later one that is being sent.
                  and (d.ordering_key is null or not exists (
                       select from delivery o
                        where o.target_id = d.target_id and o.ordering_key = d.ordering_key and o.status = 'pending'
                          and o.id <> d.id and (o.id < d.id or o.lease_until > app_clock())))
                order by d.next_attempt_at limit greatest(least(p_share - b.leased, p_limit), 0)) n
    )
    select array_agg(r.organization_id), array_agg(r.id) into v_organizations, v_deliveries
      from (select organization_id, id from ranked order by place, next_attempt_at limit p_limit) r;

    return query
        with due as (
            select d.organization_id, d.id
              from unnest(v_organizations, v_deliveries) c (organization_id, id)
              join delivery d on d.organization_id = c.organization_id and d.id = c.id
             where d.status = 'pending' and d.next_attempt_at <= app_clock()
               for no key update of d skip locked
        ), claimed as (
            update delivery d
               set epoch = d.epoch + 1, attempts = d.attempts + 1, lease_until = app_clock_now() + p_lease,
                   next_attempt_at = app_clock_now() + p_lease + coalesce(p_delays[d.attempts + 2], '0')
              from due where d.organization_id = due.organization_id and d.id = due.id
            returning d.organization_id, d.livemode, d.id, d.kind, d.target_id, d.subject_id, d.epoch, d.attempts
        ), cut_off as (
            update delivery_attempt a
               set finished_at = app_clock_now(), error = 'interrupted: the worker stopped before it recorded the result'
              from claimed c
             where a.organization_id = c.organization_id and a.delivery_id = c.id and a.finished_at is null
        ), begun as (
            insert into delivery_attempt (organization_id, delivery_id, number, livemode, started_at)
            select c.organization_id, c.id, c.epoch, c.livemode, app_clock_now() from claimed c
        )
        select c.organization_id, c.livemode, c.id, c.kind, c.target_id, c.subject_id, c.epoch, c.attempts from claimed c;
end
$$;
