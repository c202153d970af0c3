-- Deliveries that are due, fairly: every target's first, then every target's second, up to its share of what is under
-- way. A slow receiver holds its share and no more. Each claim takes a lease, counts as an attempt and writes it down.
-- Of whom nothing more is heard, their delivery is claimed again under the same id, after the lease and what `delays` says
-- that there is to be before the next try: one that kills whoever claims it does so a few times in days.
create function across.claim_deliveries(most integer, lease interval, share integer, delays interval[])
    returns table (
        organization_id uuid, livemode boolean, delivery_id uuid, kind text, target_id uuid, subject_id uuid,
        epoch integer, attempts integer
    )
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
#variable_conflict use_column
declare
    organizations uuid[];
    candidates uuid[];
begin
    -- One at a time: two at the same moment would each count what is under way without what the other takes. Every statement
    -- after this sees what those before have taken.
    perform pg_advisory_xact_lock(hashtext('postwright.deliveries'));
    with recursive targets as (
        -- From each to the next, with what is due first of it.
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
               (select count(*) from delivery h
                 where h.target_id = t.target_id and h.status = 'pending' and h.lease_until > app_clock()) as held
          from targets t where t.next_attempt_at <= app_clock()
    ), ranked as (
        select n.organization_id, n.id, n.next_attempt_at,
               b.held + row_number() over (partition by b.target_id order by n.next_attempt_at) as place
          from busy b cross join lateral (
               select d.organization_id, d.id, d.next_attempt_at from delivery d
                where d.target_id = b.target_id and d.status = 'pending' and d.next_attempt_at <= app_clock()
                  -- Whoever stands in a line waits for those before, and for one from behind that is being sent.
                  and (d.line is null or not exists (
                       select from delivery o
                        where o.target_id = d.target_id and o.line = d.line and o.status = 'pending' and o.id <> d.id
                          and (o.id < d.id or o.lease_until > app_clock())))
                order by d.next_attempt_at limit greatest(least(share - b.held, most), 0)) n
    )
    select array_agg(r.organization_id), array_agg(r.id) into organizations, candidates
      from (select organization_id, id from ranked order by place, next_attempt_at limit most) r;

    return query
        with due as (
            select d.organization_id, d.id
              from unnest(organizations, candidates) c (organization_id, id)
              join delivery d on d.organization_id = c.organization_id and d.id = c.id
             where d.status = 'pending' and d.next_attempt_at <= app_clock()
               for no key update of d skip locked
        ), claimed as (
            update delivery d
               set epoch = d.epoch + 1, attempts = d.attempts + 1, lease_until = app_clock_now() + lease,
                   next_attempt_at = app_clock_now() + lease + coalesce(delays[d.attempts + 2], '0')
              from due where d.organization_id = due.organization_id and d.id = due.id
            returning d.*
        ), cut_off as (
            update delivery_attempt a
               set finished_at = app_clock_now(), error = 'cut off: whoever sent it went away before it was known how it ended'
              from claimed c
             where a.organization_id = c.organization_id and a.delivery_id = c.id and a.finished_at is null
        ), begun as (
            insert into delivery_attempt (organization_id, delivery_id, number, livemode, started_at)
            select c.organization_id, c.id, c.epoch, c.livemode, app_clock_now() from claimed c
        )
        select c.organization_id, c.livemode, c.id, c.kind, c.target_id, c.subject_id, c.epoch, c.attempts from claimed c;
end
$$;
