-- Claims due e-mails: the oldest of every organization and kind first, then the second of each, so that a flood of one kind
-- delays no other. A claim takes a lease. When the worker dies, the e-mail is claimed again after it, and may then be sent
-- twice under the same id.
create function cross_tenant.claim_emails(p_limit integer, p_lease interval)
    returns table (email_id uuid, kind text, payload bytea, epoch integer, attempts integer, is_expired boolean)
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with ranked as (
            select e.id, e.next_attempt_at,
                   row_number() over (partition by e.organization_id, e.kind order by e.next_attempt_at, e.id) as place
              from email e where e.status = 'pending' and e.next_attempt_at <= app_clock()
        ), due as (
            select e.id
              from email e join (select r.id from ranked r order by r.place, r.next_attempt_at limit p_limit) r on r.id = e.id
             where e.status = 'pending' and e.next_attempt_at <= app_clock()
               for no key update of e skip locked
        )
        update email e
           set epoch = e.epoch + 1, attempts = e.attempts + 1, next_attempt_at = app_clock_now() + p_lease
          from due where e.id = due.id
        returning e.id, e.kind, e.payload, e.epoch, e.attempts, e.expires_at <= app_clock()
    $$;
