-- Claims due e-mails: the oldest of every queue first, then the second of each, so that a flood in one delays no other. A queue
-- has the e-mails of one kind that one organization, or nobody who was signed in, causes to people with or without an account.
-- Of equal ones, the links that people with an account have asked for come first: nobody signs in without them.
--
-- A claim takes a lease. When the worker dies, the e-mail is claimed again after it, and may then be sent twice under the same id.
create function cross_tenant.claim_emails(p_limit integer, p_lease interval)
    returns table (email_id uuid, kind text, payload bytea, epoch integer, attempts integer, is_expired boolean)
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        -- One look at each queue, by skipping through the index: a claim reads a few rows of each, however many wait.
        with recursive queue as (
            (select e.caused_by, e.kind, e.to_account from email e where e.status = 'pending'
              order by e.caused_by, e.kind, e.to_account limit 1)
            union all
            select later.caused_by, later.kind, later.to_account
              from queue q cross join lateral (
                   select e.caused_by, e.kind, e.to_account from email e
                    where e.status = 'pending' and (e.caused_by, e.kind, e.to_account) > (q.caused_by, q.kind, q.to_account)
                    order by e.caused_by, e.kind, e.to_account limit 1) later
        ), ranked as (
            select d.id, d.next_attempt_at,
                   row_number() over (partition by q.caused_by, q.kind, q.to_account order by d.next_attempt_at, d.id) as place,
                   q.to_account and q.caused_by = '00000000-0000-0000-0000-000000000000' as is_first
              from queue q cross join lateral (
                   select e.id, e.next_attempt_at from email e
                    where e.status = 'pending' and e.caused_by = q.caused_by and e.kind = q.kind
                      and e.to_account = q.to_account and e.next_attempt_at <= app_clock()
                    order by e.next_attempt_at, e.id limit p_limit) d
        ), due as (
            select e.id
              from email e
              join (select r.id from ranked r order by r.place, r.is_first desc, r.next_attempt_at limit p_limit) r on r.id = e.id
             where e.status = 'pending' and e.next_attempt_at <= app_clock()
               for no key update of e skip locked
        )
        update email e
           set epoch = e.epoch + 1, attempts = e.attempts + 1, next_attempt_at = app_clock_now() + p_lease
          from due where e.id = due.id
        returning e.id, e.kind, e.payload, e.epoch, e.attempts, e.expires_at <= app_clock()
    $$;
