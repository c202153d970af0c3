CREATE SCHEMA cross_tenant;

ALTER SCHEMA cross_tenant OWNER TO postwright_owner;

CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;

CREATE TYPE public.accept_outcome AS ENUM (
    'accepted',
    'repeated',
    'session_not_found',
    'session_expired',
    'turn_not_found',
    'turn_not_failed',
    'turn_retried',
    'busy',
    'quota_exceeded'
);

ALTER TYPE public.accept_outcome OWNER TO postwright_owner;

CREATE TYPE public.credential_status AS ENUM (
    'valid',
    'system',
    'expired',
    'revoked',
    'stale',
    'key_ended',
    'enrolment_required',
    'suspended'
);

ALTER TYPE public.credential_status OWNER TO postwright_owner;

CREATE TYPE public.finish_outcome AS ENUM (
    'committed',
    'fenced',
    'stale',
    'failed'
);

ALTER TYPE public.finish_outcome OWNER TO postwright_owner;

CREATE TYPE public.if_busy AS ENUM (
    'enqueue',
    'reject',
    'replace'
);

ALTER TYPE public.if_busy OWNER TO postwright_owner;

CREATE FUNCTION cross_tenant.accept_time_step(p_user uuid, p_step bigint) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        with accepted as (
            update second_factor set last_step = p_step, attempts = 0, attempted_at = null
             where user_id = p_user and confirmed_at is not null and last_step < p_step
            returning 1)
        select exists (select from accepted)
    $$;

ALTER FUNCTION cross_tenant.accept_time_step(p_user uuid, p_step bigint) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.apply_second_factor_rule(p_organizations uuid[], p_user uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_organization uuid;
    v_required boolean;
    v_users uuid[];
begin
    -- One organization a statement, in one order.
    for v_organization in select o.id from unnest(p_organizations) o (id) order by o.id loop
        select o.second_factor_required into v_required from organization o where o.id = v_organization for share;
        v_users := case when p_user is not null then array[p_user]
                        else array(select m.user_id from membership m where m.organization_id = v_organization) end;
        update login l set enrolment_required = not l.enrolment_required
         where l.organization_id = v_organization and l.user_id = any(v_users) and l.revoked_at is null
           and l.expires_at > now()
           and l.enrolment_required <> (
               v_required and l.authenticated_by = 'password'
               and not exists (select from second_factor f
                                where f.user_id = l.user_id and f.confirmed_at is not null));
    end loop;
end
$$;

ALTER FUNCTION cross_tenant.apply_second_factor_rule(p_organizations uuid[], p_user uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.begin_code_attempt(p_user uuid) RETURNS TABLE(seed bytea, wait_seconds double precision, real_time timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_factor second_factor;
    v_attempts integer;
begin
    select f.* into v_factor from second_factor f
     where f.user_id = p_user and f.confirmed_at is not null for update;
    if not found then
        return;
    end if;
    -- now() is older than the lock.
    real_time := clock_timestamp();
    v_attempts := case when v_factor.attempted_at > real_time - interval '1 day' then v_factor.attempts else 0 end;
    wait_seconds := case when v_attempts < 5 then 0
                         else extract(epoch from v_factor.attempted_at - real_time)
                              + least(300, 2 ^ least(v_attempts - 5, 16)) end;
    if wait_seconds <= 0 then
        wait_seconds := 0;
        seed := v_factor.seed;
        update second_factor f set attempts = v_attempts + 1, attempted_at = real_time where f.user_id = p_user;
    end if;
    return next;
end
$$;

ALTER FUNCTION cross_tenant.begin_code_attempt(p_user uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.begin_organization_deletion(p_organization uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    update organization_deletion set started_at = coalesce(started_at, app_clock())
     where id = p_organization and due_at <= app_clock() and finished_at is null;
    if not found then
        return false;
    end if;
    update api_key set revoked_at = now(), revoke_reason = 'revoked'
     where organization_id = p_organization and revoked_at is null;
    return true;
end
$$;

ALTER FUNCTION cross_tenant.begin_organization_deletion(p_organization uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.cancel_account_erasure(p_user uuid, p_requested boolean) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        update account_erasure set requested_at = null, due_at = null
         where user_id = p_user and (requested_at is not null) = p_requested
           -- Not one that a person who leaves again has begun meanwhile.
           and (p_requested or due_at <= app_clock())
    $$;

ALTER FUNCTION cross_tenant.cancel_account_erasure(p_user uuid, p_requested boolean) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.change_password(p_user uuid, p_old_hash text, p_new_hash text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_email text;
begin
    update user_account a set password_hash = p_new_hash
     where a.id = p_user and a.password_hash = p_old_hash
    returning a.email into v_email;
    if not found then
        return false;
    end if;
    perform cross_tenant.void_links(p_user, v_email);
    return true;
end
$$;

ALTER FUNCTION cross_tenant.change_password(p_user uuid, p_old_hash text, p_new_hash text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.claim_deliveries(p_limit integer, p_lease interval, p_share integer, p_delays interval[]) RETURNS TABLE(organization_id uuid, livemode boolean, delivery_id uuid, kind text, target_id uuid, subject_id uuid, epoch integer, attempts integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION cross_tenant.claim_deliveries(p_limit integer, p_lease interval, p_share integer, p_delays interval[]) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.claim_email_domain(p_domain text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_organization constant uuid := nullif(current_setting('app.organization', true), '')::uuid;
begin
    insert into verified_domain (domain, verified_by) values (p_domain, v_organization) on conflict do nothing;
    return exists (select from verified_domain v where v.domain = p_domain and v.verified_by = v_organization);
end
$$;

ALTER FUNCTION cross_tenant.claim_email_domain(p_domain text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.claim_emails(p_limit integer, p_lease interval) RETURNS TABLE(email_id uuid, kind text, payload bytea, epoch integer, attempts integer, is_expired boolean)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION cross_tenant.claim_emails(p_limit integer, p_lease interval) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.claim_turns(p_worker text, p_limit integer, p_lease interval, p_share integer, p_only_livemode boolean, p_max_claims integer, p_max_llm_calls integer, p_limits text DEFAULT '[]'::text) RETURNS TABLE(organization_id uuid, livemode boolean, session_id uuid, turn_id uuid, epoch integer, llm_calls integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    v_organizations uuid[];
    v_turns uuid[];
    v_sessions uuid[];
begin
    -- One look at each mode of an organization that has something to claim, by skipping through the index.
    with recursive waiting as (
        (select t.organization_id, t.livemode from turn t where t.status = 'queued' and t.is_head
          order by t.organization_id, t.livemode limit 1)
        union all
        select later.organization_id, later.livemode
          from waiting w cross join lateral (
               select t.organization_id, t.livemode from turn t
                where t.status = 'queued' and t.is_head
                  and (t.organization_id, t.livemode) > (w.organization_id, w.livemode)
                order by t.organization_id, t.livemode limit 1) later
    ), busy as materialized (
        -- Materialized, as the count would be repeated for each turn that is found.
        select w.organization_id, w.livemode, least(coalesce(o.turns_at_once, p_share), p_share) as may_run,
               (select count(*) from turn r
                 where r.organization_id = w.organization_id and r.livemode = w.livemode and r.lease_until is not null) as running,
               least(coalesce(l.turns, p_limit), p_limit) as may_claim
          from waiting w join organization o on o.id = w.organization_id
               left join json_to_recordset(p_limits::json) as l (organization_id uuid, livemode boolean, turns integer)
                      on l.organization_id = w.organization_id and l.livemode = w.livemode
         where (p_only_livemode is null or w.livemode = p_only_livemode) and o.suspended_at is null
    ), ranked as (
        select b.organization_id, t.id, t.session_id, t.run_after,
               b.running + row_number() over (partition by b.organization_id, b.livemode order by t.run_after) as place
          from busy b cross join lateral (
              select h.id, h.session_id, h.run_after from turn h
               where h.organization_id = b.organization_id and h.livemode = b.livemode
                 and h.status = 'queued' and h.is_head and h.run_after <= app_clock() and h.claims < p_max_claims
               order by h.run_after
               limit greatest(least(b.may_run - b.running, b.may_claim), 0)) t
    )
    select array_agg(r.organization_id), array_agg(r.id), array_agg(r.session_id) into v_organizations, v_turns, v_sessions
      from (select organization_id, id, session_id from ranked order by place, run_after limit p_limit) r;

    return query
        with heads as (
            select t.organization_id, t.id, t.session_id
              from unnest(v_organizations, v_turns, v_sessions) c (organization_id, id, session_id)
              join turn t on t.organization_id = c.organization_id and t.id = c.id and t.id = any (v_turns)
              join session s on s.organization_id = c.organization_id and s.id = c.session_id and s.id = any (v_sessions)
             -- As one expression, so that the turns are read by their keys and not from the index of all claimable ones. The
             -- keys are conditions, too, as in complete_turns.
             where (t.session_id = c.session_id and t.status = 'queued' and t.is_head) is true
               for no key update of s, t skip locked
        ), claimed as (
            update turn t
               set status = 'running', epoch = t.epoch + 1, claims = t.claims + 1, llm_calls = t.llm_calls + 1,
                   lease_until = app_clock_now() + p_lease, worker = p_worker,
                   started_at = coalesce(t.started_at, app_clock_now())
              from heads h
             where t.organization_id = h.organization_id and t.id = h.id and t.session_id = h.session_id
               and t.id = any (v_turns) and t.llm_calls < p_max_llm_calls
            returning t.organization_id, t.livemode, t.session_id, t.id, t.epoch, t.llm_calls
        ), numbered as (
            update session s set next_event = s.next_event + 1
              from claimed c where s.organization_id = c.organization_id and s.id = c.session_id
            returning s.organization_id, s.id, s.next_event - 1 as sequence
        ), logged as (
            insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
            select c.organization_id, c.session_id, n.sequence, c.livemode, c.id, 'turn.running',
                   json_build_object('turn_id', c.id, 'attempt', c.epoch), app_clock_now()
              from claimed c join numbered n on n.organization_id = c.organization_id and n.id = c.session_id
        )
        select c.organization_id, c.livemode, c.session_id, c.id, c.epoch, c.llm_calls from claimed c;
end
$$;

ALTER FUNCTION cross_tenant.claim_turns(p_worker text, p_limit integer, p_lease interval, p_share integer, p_only_livemode boolean, p_max_claims integer, p_max_llm_calls integer, p_limits text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.complete_sign_up(p_token_hash bytea, p_user uuid, p_name text, p_language text, p_password_hash text, p_organization uuid, p_organization_name text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_email text;
begin
    delete from account_token t
     where t.token_hash = p_token_hash and t.purpose = 'sign_up' and t.expires_at > app_clock()
    returning t.email into v_email;
    if not found then
        return false;
    end if;
    perform cross_tenant.create_owner(p_user, v_email, p_name, p_password_hash, p_language, p_organization,
                                      p_organization_name);
    return true;
end
$$;

ALTER FUNCTION cross_tenant.complete_sign_up(p_token_hash bytea, p_user uuid, p_name text, p_language text, p_password_hash text, p_organization uuid, p_organization_name text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.confirm_email(p_token_hash bytea) RETURNS TABLE(user_id uuid, old_email text, new_email text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_user uuid;
    v_old_email text;
    v_new_email text;
begin
    select t.user_id into v_user from account_token t where t.token_hash = p_token_hash and t.purpose = 'email_change';
    select a.email into v_old_email from user_account a where a.id = v_user for no key update;
    delete from account_token t
     where t.token_hash = p_token_hash and t.user_id = v_user and t.expires_at > app_clock()
    returning t.email into v_new_email;
    if not found then
        return;
    end if;
    update user_account a set email = v_new_email where a.id = v_user;
    perform cross_tenant.void_links(v_user, v_old_email);
    return query select v_user, v_old_email, v_new_email;
end
$$;

ALTER FUNCTION cross_tenant.confirm_email(p_token_hash bytea) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.confirm_second_factor(p_user uuid, p_seed bytea, p_step bigint, p_code_hashes bytea[]) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        with confirmed as (
            update second_factor set confirmed_at = now(), last_step = p_step
             where user_id = p_user and seed = p_seed and confirmed_at is null
            returning user_id), stored as (
            insert into recovery_code (user_id, code_hash)
            select c.user_id, code.hash from confirmed c cross join unnest(p_code_hashes) as code (hash))
        select exists (select from confirmed)
    $$;

ALTER FUNCTION cross_tenant.confirm_second_factor(p_user uuid, p_seed bytea, p_step bigint, p_code_hashes bytea[]) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.create_account(p_user uuid, p_email text, p_name text, p_password_hash text, p_language text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        insert into user_account (id, email, name, password_hash, language)
        values (p_user, p_email, p_name, p_password_hash, p_language)
    $$;

ALTER FUNCTION cross_tenant.create_account(p_user uuid, p_email text, p_name text, p_password_hash text, p_language text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.create_organization(p_organization uuid, p_name text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ insert into organization (id, name) values (p_organization, p_name) $$;

ALTER FUNCTION cross_tenant.create_organization(p_organization uuid, p_name text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.create_owner(p_user uuid, p_email text, p_name text, p_password_hash text, p_language text, p_organization uuid, p_organization_name text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        insert into user_account (id, email, name, password_hash, language)
        values (p_user, p_email, p_name, p_password_hash, p_language);
        insert into organization (id, name) values (p_organization, p_organization_name);
        insert into membership (organization_id, user_id, role) values (p_organization, p_user, 'owner');
    $$;

ALTER FUNCTION cross_tenant.create_owner(p_user uuid, p_email text, p_name text, p_password_hash text, p_language text, p_organization uuid, p_organization_name text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.delete_rows(p_organization uuid, p_table text, p_limit integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
declare
    v_table regclass := format('public.%I', p_table)::regclass;
    v_key text;
    v_deleted integer;
begin
    perform from organization_deletion d
      where d.id = p_organization and d.started_at is not null and d.finished_at is null for no key update;
    if not found then
        raise exception 'the deletion of organization % has not begun', p_organization;
    end if;
    select string_agg(format('t.%I', a.attname), ', ') into v_key
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
     where i.indrelid = v_table and i.indisprimary;
    execute format(
        'delete from %1$s t where t.organization_id = $1
            and (%2$s) in (select %2$s from %1$s t where t.organization_id = $1 limit $2)', v_table, v_key)
      using p_organization, p_limit;
    get diagnostics v_deleted = row_count;
    update organization_deletion d
       set deleted_rows = d.deleted_rows
                       || jsonb_build_object(p_table, coalesce((d.deleted_rows ->> p_table)::bigint, 0) + v_deleted)
     where d.id = p_organization;
    return v_deleted;
end
$_$;

ALTER FUNCTION cross_tenant.delete_rows(p_organization uuid, p_table text, p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.end_login(p_user uuid, p_only uuid, p_login uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_organization uuid;
begin
    for v_organization in select m.organization_id from cross_tenant.list_memberships(p_user) m
                           where p_only is null or m.organization_id = p_only order by 1 loop
        update login
           set revoked_at = now()
         where organization_id = v_organization and id = p_login and user_id = p_user
           and revoked_at is null and expires_at > now();
        if found then
            return true;
        end if;
    end loop;
    return false;
end
$$;

ALTER FUNCTION cross_tenant.end_login(p_user uuid, p_only uuid, p_login uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.end_logins(p_user uuid, p_only uuid, p_except uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_organization uuid;
    v_ended integer;
    v_all integer := 0;
begin
    perform from user_account a where a.id = p_user for no key update;
    -- One organization a statement, in one order.
    for v_organization in select m.organization_id from cross_tenant.list_memberships(p_user) m
                           where p_only is null or m.organization_id = p_only order by 1 loop
        update login
           set revoked_at = now()
         where organization_id = v_organization and user_id = p_user and revoked_at is null and expires_at > now()
           and id is distinct from p_except;
        get diagnostics v_ended = row_count;
        v_all := v_all + v_ended;
    end loop;
    return v_all;
end
$$;

ALTER FUNCTION cross_tenant.end_logins(p_user uuid, p_only uuid, p_except uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.end_moved_login(p_user uuid, p_organization uuid, p_login uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_organization uuid := p_organization;
    v_login uuid := p_login;
    v_moved boolean := false;
begin
    -- A further move waits.
    perform from user_account a where a.id = p_user for no key update;
    loop
        select l.moved_to_organization_id, l.moved_to_login_id into v_organization, v_login
          from login l where l.organization_id = v_organization and l.id = v_login and l.user_id = p_user;
        exit when v_login is null;
        v_moved := true;
        update login set revoked_at = now()
         where organization_id = v_organization and id = v_login and user_id = p_user and revoked_at is null;
    end loop;
    return v_moved;
end
$$;

ALTER FUNCTION cross_tenant.end_moved_login(p_user uuid, p_organization uuid, p_login uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.erase_account(p_user uuid, p_cleaned uuid[]) RETURNS TABLE(email text, language text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    v_left integer;
begin
    -- In the order of note_arrival, which would else wait for this transaction while it waits for note_arrival.
    perform from user_account a where a.id = p_user for update;
    update account_erasure e
       set organizations = array(select o.id from unnest(e.organizations) o (id) where o.id <> all (p_cleaned))
     where e.user_id = p_user and e.due_at <= app_clock()
    returning cardinality(e.organizations) into v_left;
    if v_left is distinct from 0 then
        return;
    end if;
    delete from account_token t using user_account a
     where a.id = p_user and (t.user_id = p_user or t.email = a.email);
    delete from second_factor f where f.user_id = p_user;
    delete from account_erasure e where e.user_id = p_user;
    return query select a.email, a.language from user_account a where a.id = p_user;
    update user_account a
       set email = null, name = 'Deleted user', password_hash = null, language = null, erased_at = now()
     where a.id = p_user;
end
$$;

ALTER FUNCTION cross_tenant.erase_account(p_user uuid, p_cleaned uuid[]) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.erase_job_post(p_job_post uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_organization uuid := nullif(current_setting('app.organization', true), '')::uuid;
    v_livemode boolean := nullif(current_setting('app.livemode', true), '')::boolean;
begin
    -- A worker that is sending one of them finds nothing to record.
    delete from delivery d using publication p
     where p.organization_id = v_organization and p.livemode = v_livemode and p.job_post_id = p_job_post
       and d.organization_id = p.organization_id and d.target_id = p.target_id and d.subject_id = p.id;
    delete from publication p
     where p.organization_id = v_organization and p.livemode = v_livemode and p.job_post_id = p_job_post;
    -- The responses of finalize have the whole post. They are kept for a day.
    delete from idempotency_key k
     where k.organization_id = v_organization and k.livemode = v_livemode and k.operation = 'finalize_session'
       and k.body like '%' || p_job_post || '%';
    delete from job_post p
     where p.organization_id = v_organization and p.livemode = v_livemode and p.id = p_job_post;
    return found;
end
$$;

ALTER FUNCTION cross_tenant.erase_job_post(p_job_post uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.erase_traces(p_organization uuid, p_user uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_email constant text := (select a.email from user_account a where a.id = p_user);
    v_value text;
    v_emails text[];
begin
    perform from account_erasure e where e.user_id = p_user and e.due_at <= app_clock();
    if not found then
        raise exception 'the erasure of account % is not due', p_user;
    end if;
    -- Also addresses that the account had before: those of the invitations that it has accepted. The sweep deletes invitations,
    -- and then only the audit log tells about them.
    v_emails := array(
        select v_email
         union
        select i.email from invitation i where i.organization_id = p_organization and i.accepted_by = p_user
         union
        select coalesce(e.after ->> 'email', e.before ->> 'email') from audit_entry e
         where e.organization_id = p_organization and e.object_type = 'invitation'
           and e.object_id in (
               select a.object_id from audit_entry a
                where a.organization_id = p_organization and a.action in ('invitation.accepted', 'invitation.deleted')
                  and p_user::text in (a.after ->> 'accepted_by', a.before ->> 'accepted_by')));
    delete from invitation i
     where i.organization_id = p_organization and (i.accepted_by = p_user or i.email = v_email);
    delete from external_identity i where i.organization_id = p_organization and i.user_id = p_user;
    delete from removed_member r where r.organization_id = p_organization and r.user_id = p_user;
    update audit_entry e set address = null, user_agent = null, caller_request_id = null
     where e.organization_id = p_organization
       -- A refused sign-in has no actor, but was probably the person's.
       and (e.actor_user_id = p_user
            or e.actor_kind = 'anonymous' and e.object_type = 'account' and e.object_id = p_user)
       and coalesce(e.address, e.user_agent, e.caller_request_id) is not null;
    -- As whole values: an address may be the end of another person's.
    foreach v_value in array array(select to_jsonb(a.email)::text from unnest(v_emails) a (email) where a.email is not null)
    loop
        update audit_entry e
           set before = replace(e.before::text, v_value, '"(erased)"')::jsonb,
               after = replace(e.after::text, v_value, '"(erased)"')::jsonb,
               details = replace(e.details::text, v_value, '"(erased)"')::jsonb
         where e.organization_id = p_organization
           and strpos(concat(e.before, e.after, e.details), v_value) > 0;
        -- Of an admin's requests, such as the invitation. They live for a day; one that is repeated then runs again.
        delete from idempotency_key k where k.organization_id = p_organization and strpos(k.body, v_value) > 0;
    end loop;
end
$$;

ALTER FUNCTION cross_tenant.erase_traces(p_organization uuid, p_user uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.export_account(p_user uuid) RETURNS TABLE(id uuid, email text, name text, language text, created_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select a.id, a.email, a.name, a.language, a.created_at
          from user_account a
          join membership m on m.user_id = a.id
                           and m.organization_id = nullif(current_setting('app.organization', true), '')::uuid
         where a.id = p_user
    $$;

ALTER FUNCTION cross_tenant.export_account(p_user uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.find_account(p_email text) RETURNS TABLE(user_id uuid, password_hash text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ select a.id, a.password_hash from user_account a where a.email = p_email $$;

ALTER FUNCTION cross_tenant.find_account(p_email text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.find_account_erasure(p_user uuid) RETURNS TABLE(is_requested boolean, revokes_keys boolean, organizations uuid[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select e.requested_at is not null, e.revokes_keys, e.organizations from account_erasure e
         where e.user_id = p_user and e.due_at <= app_clock()
    $$;

ALTER FUNCTION cross_tenant.find_account_erasure(p_user uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.find_account_token(p_token_hash bytea, p_purpose text) RETURNS TABLE(email text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select t.email from account_token t
         where t.token_hash = p_token_hash and t.purpose = p_purpose and t.expires_at > app_clock()
    $$;

ALTER FUNCTION cross_tenant.find_account_token(p_token_hash bytea, p_purpose text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.find_api_key(p_organization uuid, p_api_key uuid, p_acting_for uuid) RETURNS TABLE(livemode boolean, secret_hash bytea, scopes text[], role text, is_valid boolean, expires_at timestamp with time zone, real_time timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select k.livemode, k.secret_hash, k.scopes, m.role,
               k.revoked_at is null and (k.expires_at is null or k.expires_at > now()), k.expires_at, now()
          from api_key k
          left join membership m on m.organization_id = k.organization_id and m.user_id = p_acting_for
         where k.organization_id = p_organization and k.id = p_api_key
    $$;

ALTER FUNCTION cross_tenant.find_api_key(p_organization uuid, p_api_key uuid, p_acting_for uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.find_email_domain(p_domain text) RETURNS TABLE(organization_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ select v.verified_by from verified_domain v where v.domain = p_domain $$;

ALTER FUNCTION cross_tenant.find_email_domain(p_domain text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.find_recipient(p_email text) RETURNS TABLE(language text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ select a.language from user_account a where a.email = p_email $$;

ALTER FUNCTION cross_tenant.find_recipient(p_email text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.find_refresh_token(p_organization uuid, p_token_hash bytea) RETURNS TABLE(login_id uuid, user_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select l.id, l.user_id
          from refresh_token t join login l on l.organization_id = t.organization_id and l.id = t.login_id
         where t.organization_id = p_organization and t.token_hash = p_token_hash
    $$;

ALTER FUNCTION cross_tenant.find_refresh_token(p_organization uuid, p_token_hash bytea) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.find_second_factor(p_user uuid) RETURNS TABLE(seed bytea, confirmed_at timestamp with time zone, recovery_codes integer, real_time timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select f.seed, f.confirmed_at,
               (select count(*)::integer from recovery_code c where c.user_id = f.user_id), now()
          from second_factor f where f.user_id = p_user
    $$;

ALTER FUNCTION cross_tenant.find_second_factor(p_user uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.finish_organization_deletion(p_organization uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
declare
    v_table regclass;
    v_has_rows boolean;
begin
    -- Waits for transactions that are adding rows of the organization, and keeps further ones from doing so.
    perform from organization o where o.id = p_organization for update;
    for v_table in
        select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    loop
        execute format('select exists (select from %s where organization_id = $1)', v_table)
           into v_has_rows using p_organization;
        if v_has_rows then
            return false;
        end if;
    end loop;
    update organization_deletion set finished_at = app_clock()
     where id = p_organization and started_at is not null and finished_at is null;
    if found then
        delete from email where caused_by = p_organization;
        delete from organization where id = p_organization;
    end if;
    return true;
end
$_$;

ALTER FUNCTION cross_tenant.finish_organization_deletion(p_organization uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.insert_account_token(p_token_hash bytea, p_purpose text, p_email text, p_user uuid, p_lifetime interval, p_most integer, p_within interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    -- Requests for one address count one after the other.
    perform pg_advisory_xact_lock(hashtext('postwright.account_token'), hashtext(p_email));
    if (select count(*) from account_token t
         where t.email = p_email and t.purpose = p_purpose and t.created_at > app_clock() - p_within) >= p_most
    then
        return false;
    end if;
    insert into account_token (token_hash, purpose, email, user_id, expires_at)
    values (p_token_hash, p_purpose, p_email, p_user, app_clock() + p_lifetime);
    return true;
end
$$;

ALTER FUNCTION cross_tenant.insert_account_token(p_token_hash bytea, p_purpose text, p_email text, p_user uuid, p_lifetime interval, p_most integer, p_within interval) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.insert_email(p_email uuid, p_organization uuid, p_kind text, p_recipient text, p_counted_by text, p_payload bytea, p_lifetime interval, p_hourly integer, p_pending integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_caused_by constant uuid := coalesce(p_organization, '00000000-0000-0000-0000-000000000000');
    v_counted_as constant bytea := sha256(convert_to(concat_ws(' ', v_caused_by, p_kind, p_counted_by), 'UTF8'));
    v_to_account constant boolean := exists (select from user_account a where a.email = p_recipient);
begin
    if (select count(*) from email e
         where e.counted_as = v_counted_as and e.created_at > app_clock() - interval '1 hour') >= p_hourly
       or (select count(*) from (
               select from email e
                where e.status = 'pending' and e.caused_by = v_caused_by and e.kind = p_kind and e.to_account = v_to_account
                limit p_pending) waiting) >= p_pending
    then
        return false;
    end if;
    insert into email (id, caused_by, kind, to_account, counted_as, payload, expires_at)
    values (p_email, v_caused_by, p_kind, v_to_account, v_counted_as, p_payload, app_clock() + p_lifetime);
    return true;
end
$$;

ALTER FUNCTION cross_tenant.insert_email(p_email uuid, p_organization uuid, p_kind text, p_recipient text, p_counted_by text, p_payload bytea, p_lifetime interval, p_hourly integer, p_pending integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.is_member(p_email text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select exists (
            select from membership m
             where m.organization_id = nullif(current_setting('app.organization', true), '')::uuid
               and m.user_id = coalesce((select a.id from user_account a where a.email = p_email),
                                        '00000000-0000-0000-0000-000000000000'))
    $$;

ALTER FUNCTION cross_tenant.is_member(p_email text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.list_accounts(p_users uuid[]) RETURNS TABLE(user_id uuid, email text, name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select a.id, a.email, a.name
          from membership m join user_account a on a.id = m.user_id
         where m.organization_id = nullif(current_setting('app.organization', true), '')::uuid and m.user_id = any (p_users)
    $$;

ALTER FUNCTION cross_tenant.list_accounts(p_users uuid[]) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.list_due_accounts(p_limit integer) RETURNS TABLE(user_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select e.user_id from account_erasure e where e.due_at <= app_clock() order by e.due_at limit p_limit
    $$;

ALTER FUNCTION cross_tenant.list_due_accounts(p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.list_due_organizations(p_limit integer) RETURNS TABLE(organization_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select d.id from organization_deletion d where d.finished_at is null and d.due_at <= app_clock()
         order by d.due_at limit p_limit
    $$;

ALTER FUNCTION cross_tenant.list_due_organizations(p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.list_email_payloads(p_after uuid, p_limit integer) RETURNS TABLE(email_id uuid, payload bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select e.id, e.payload from email e where e.status = 'pending' and e.id > p_after order by e.id limit p_limit
    $$;

ALTER FUNCTION cross_tenant.list_email_payloads(p_after uuid, p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.list_logins(p_user uuid, p_only uuid, p_before uuid, p_limit integer) RETURNS TABLE(login_id uuid, organization_id uuid, organization_name text, created_at timestamp with time zone, last_used_at timestamp with time zone, user_agent text, address text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    v_member record;
begin
    for v_member in select m.organization_id, m.organization_name from cross_tenant.list_memberships(p_user) m
                     where p_only is null or m.organization_id = p_only loop
        return query
            select l.id, l.organization_id, v_member.organization_name, l.created_at, l.last_used_at, l.user_agent, l.address
              from login l
             where l.organization_id = v_member.organization_id and l.user_id = p_user and l.revoked_at is null
               and l.expires_at > now() and (p_before is null or l.id < p_before)
             order by l.id desc limit p_limit;
    end loop;
end
$$;

ALTER FUNCTION cross_tenant.list_logins(p_user uuid, p_only uuid, p_before uuid, p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.list_memberships(p_user uuid) RETURNS TABLE(organization_id uuid, organization_name text, role text, suspended_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select m.organization_id, o.name, m.role, o.suspended_at
          from membership m join organization o on o.id = m.organization_id
         where m.user_id = p_user order by m.created_at, m.organization_id
    $$;

ALTER FUNCTION cross_tenant.list_memberships(p_user uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.list_organization_ids(p_after uuid, p_limit integer) RETURNS TABLE(organization_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select o.id from organization o where o.id > p_after order by o.id limit p_limit
    $$;

ALTER FUNCTION cross_tenant.list_organization_ids(p_after uuid, p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.list_seeds(p_after uuid, p_limit integer) RETURNS TABLE(user_id uuid, seed bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select f.user_id, f.seed from second_factor f where f.user_id > p_after order by f.user_id limit p_limit
    $$;

ALTER FUNCTION cross_tenant.list_seeds(p_after uuid, p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.lock_password(p_user uuid, p_hash text) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select exists (select from user_account a where a.id = p_user and a.password_hash = p_hash for share)
    $$;

ALTER FUNCTION cross_tenant.lock_password(p_user uuid, p_hash text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.move_login(p_user uuid, p_organization uuid, p_login uuid, p_to_organization uuid, p_to_login uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    perform from user_account a where a.id = p_user for share;
    update login
       set revoked_at = now(), moved_to_organization_id = p_to_organization, moved_to_login_id = p_to_login
     where organization_id = p_organization and id = p_login and user_id = p_user
       and revoked_at is null and expires_at > now();
    return found;
end
$$;

ALTER FUNCTION cross_tenant.move_login(p_user uuid, p_organization uuid, p_login uuid, p_to_organization uuid, p_to_login uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.note_arrival() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    -- A request to erase the account waits for this transaction.
    perform from user_account a where a.id = new.user_id and a.erased_at is null for key share;
    if not found then
        raise exception 'the account % is erased', new.user_id using errcode = 'foreign_key_violation',
            constraint = 'account_joins_while_erased';
    end if;
    if exists (select from account_erasure e where e.user_id = new.user_id and e.requested_at is not null) then
        raise exception 'the account % is being erased', new.user_id using errcode = 'foreign_key_violation',
            constraint = 'account_joins_while_erased';
    end if;
    update account_erasure set due_at = null where user_id = new.user_id;
    return new;
end
$$;

ALTER FUNCTION cross_tenant.note_arrival() OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.note_departure() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_is_deleted boolean := exists (
        select from organization_deletion d where d.id = old.organization_id and d.started_at is not null);
begin
    insert into account_erasure as e (user_id, organizations, due_at)
    values (old.user_id, case when v_is_deleted then '{}'::uuid[] else array[old.organization_id] end,
            app_clock() + case when v_is_deleted then interval '0' else interval '30 days' end)
    on conflict (user_id) do update
       set organizations = array_remove(e.organizations, old.organization_id) || excluded.organizations,
           due_at = case when e.requested_at is null then excluded.due_at else e.due_at end;
    return null;
end
$$;

ALTER FUNCTION cross_tenant.note_departure() OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.note_expiries(p_ahead interval, p_limit integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION cross_tenant.note_expiries(p_ahead interval, p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.read_account(p_user uuid) RETURNS TABLE(email text, name text, language text, password_hash text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ select a.email, a.name, a.language, a.password_hash from user_account a where a.id = p_user $$;

ALTER FUNCTION cross_tenant.read_account(p_user uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.reconcile_turns(p_limit integer, p_max_claims integer, p_max_llm_calls integer, p_worker text, p_running uuid[]) RETURNS TABLE(turn_id uuid, session_id uuid, status text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
begin
    if p_worker is not null then
        perform pg_advisory_xact_lock(hashtext('postwright.reconcile'));
    elsif not pg_try_advisory_xact_lock(hashtext('postwright.reconcile')) then
        return;
    end if;
    return query
        with lost as (
            select t.organization_id, t.id, t.session_id, t.sequence,
                   t.claims >= p_max_claims or t.llm_calls >= p_max_llm_calls as is_over
              from turn t join session s on s.organization_id = t.organization_id and s.id = t.session_id
             -- Only running turns have a lease. A condition on the status would have another index read, which has all of them.
             where t.lease_until < case when p_worker is null then app_clock() else 'infinity' end
               and (t.lease_until < app_clock() or t.worker = p_worker and not t.id = any (p_running))
             order by t.lease_until limit p_limit
               for update of s, t skip locked
        ), ended as (
            update turn t
               set status = case when l.is_over then 'failed' else 'queued' end,
                   lease_until = null, run_after = app_clock(), is_head = not l.is_over,
                   error_code = case when l.is_over then 'worker_lost' end,
                   finished_at = case when l.is_over then app_clock() end
              from lost l where t.organization_id = l.organization_id and t.id = l.id
            returning t.organization_id, t.session_id, t.id, t.livemode, t.status, t.error_code, t.epoch
        ), promoted as (
            update turn t set is_head = true
              from lost l
             where l.is_over and t.organization_id = l.organization_id and t.id = (
                 select n.id from turn n
                  where n.organization_id = l.organization_id and n.session_id = l.session_id
                    and n.sequence > l.sequence and n.status = 'queued'
                  order by n.sequence limit 1)
        ), numbered as (
            update session s set next_event = s.next_event + 1
              from ended e where s.organization_id = e.organization_id and s.id = e.session_id
            returning s.organization_id, s.id, s.next_event - 1 as sequence
        ), logged as (
            insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data)
            select e.organization_id, e.session_id, n.sequence, e.livemode, e.id,
                   case e.status when 'failed' then 'turn.failed' else 'turn.queued' end,
                   case e.status when 'failed' then json_build_object('turn_id', e.id, 'code', e.error_code)
                                 else json_build_object('turn_id', e.id, 'attempt', e.epoch + 1) end
              from ended e join numbered n on n.organization_id = e.organization_id and n.id = e.session_id
        )
        select e.id, e.session_id, e.status from ended e;
end
$$;

ALTER FUNCTION cross_tenant.reconcile_turns(p_limit integer, p_max_claims integer, p_max_llm_calls integer, p_worker text, p_running uuid[]) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.record_account_event(p_user uuid, p_organizations uuid[], p_action text, p_details text, p_hourly integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_home constant uuid := nullif(current_setting('app.organization', true), '')::uuid;
    v_context constant jsonb := nullif(current_setting('app.audit_context', true), '')::jsonb;
    v_elsewhere constant jsonb := v_context - array['address', 'user_agent', 'caller_request_id'];
    v_actor constant uuid := coalesce((v_context ->> 'user_id')::uuid, p_user);
    v_organization uuid;
begin
    foreach v_organization in array p_organizations loop
        continue when is_audited_enough(v_organization, p_action, p_user, v_actor, (v_context ->> 'api_key_id')::uuid, p_hourly);
        perform set_config('app.audit_context',
            coalesce(case when v_organization <> v_home then v_elsewhere else v_context end::text, ''), true);
        perform insert_audit_entry(v_organization, p_action, p_user, 'account', p_user, null, null, p_details::jsonb);
    end loop;
    perform set_config('app.audit_context', coalesce(v_context::text, ''), true);
end
$$;

ALTER FUNCTION cross_tenant.record_account_event(p_user uuid, p_organizations uuid[], p_action text, p_details text, p_hourly integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.record_email(p_email uuid, p_epoch integer, p_error text, p_retry_after double precision) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_status text := case when p_error is null then 'sent' when p_retry_after is null then 'failed' else 'pending' end;
begin
    update email
       set status = v_status, error = p_error,
           payload = case when v_status = 'pending' then payload end,
           finished_at = case when v_status <> 'pending' then app_clock_now() end,
           next_attempt_at = app_clock_now() + make_interval(secs => coalesce(p_retry_after, 0))
     where id = p_email and epoch = p_epoch and status = 'pending';
    return found;
end
$$;

ALTER FUNCTION cross_tenant.record_email(p_email uuid, p_epoch integer, p_error text, p_retry_after double precision) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.release_email_domain(p_domain text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        delete from verified_domain v
         where v.domain = p_domain and v.verified_by = nullif(current_setting('app.organization', true), '')::uuid
    $$;

ALTER FUNCTION cross_tenant.release_email_domain(p_domain text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.remove_second_factor(p_user uuid) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        with removed as (delete from second_factor where user_id = p_user returning 1)
        select exists (select from removed)
    $$;

ALTER FUNCTION cross_tenant.remove_second_factor(p_user uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.renew_leases(p_organizations uuid[], p_turns uuid[], p_epochs integer[], p_lease interval) RETURNS TABLE(turn_id uuid)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        update turn t set lease_until = app_clock() + p_lease
          from unnest(p_organizations, p_turns, p_epochs) as held (organization_id, id, epoch)
         where t.organization_id = held.organization_id and t.id = held.id
           -- Not as plain conditions: an index of running turns would look better than the key, and all of it would be read.
           and (t.epoch = held.epoch and t.status = 'running') is true
        returning t.id
    $$;

ALTER FUNCTION cross_tenant.renew_leases(p_organizations uuid[], p_turns uuid[], p_epochs integer[], p_lease interval) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.replace_email_payload(p_email uuid, p_old bytea, p_new bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    update email e set payload = p_new where e.id = p_email and e.payload = p_old;
    return found;
end
$$;

ALTER FUNCTION cross_tenant.replace_email_payload(p_email uuid, p_old bytea, p_new bytea) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.replace_password_hash(p_user uuid, p_old_hash text, p_new_hash text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    update user_account set password_hash = p_new_hash where id = p_user and password_hash = p_old_hash;
    return found;
end
$$;

ALTER FUNCTION cross_tenant.replace_password_hash(p_user uuid, p_old_hash text, p_new_hash text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.replace_recovery_codes(p_user uuid, p_code_hashes bytea[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    -- The lock makes of two replacements at once one after the other.
    perform 1 from second_factor where user_id = p_user and confirmed_at is not null for update;
    if not found then
        return false;
    end if;
    delete from recovery_code where user_id = p_user;
    insert into recovery_code (user_id, code_hash) select p_user, code.hash from unnest(p_code_hashes) as code (hash);
    return true;
end
$$;

ALTER FUNCTION cross_tenant.replace_recovery_codes(p_user uuid, p_code_hashes bytea[]) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.replace_seed(p_user uuid, p_old_seed bytea, p_new_seed bytea) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        with replaced as (
            update second_factor set seed = p_new_seed where user_id = p_user and seed = p_old_seed returning 1)
        select exists (select from replaced)
    $$;

ALTER FUNCTION cross_tenant.replace_seed(p_user uuid, p_old_seed bytea, p_new_seed bytea) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.request_account_erasure(p_user uuid, p_revoke_keys boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    -- Waits for transactions in which the person is joining an organization.
    perform from user_account a where a.id = p_user for update;
    insert into account_erasure as e (user_id, requested_at, due_at, revokes_keys)
    values (p_user, now(), app_clock(), p_revoke_keys)
    on conflict (user_id) do update
       set requested_at = excluded.requested_at, due_at = excluded.due_at, revokes_keys = excluded.revokes_keys;
end
$$;

ALTER FUNCTION cross_tenant.request_account_erasure(p_user uuid, p_revoke_keys boolean) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.requires_single_sign_on(p_user uuid, p_email text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select exists (
            select from identity_provider p
             where p.organization_id = nullif(current_setting('app.organization', true), '')::uuid and p.enforced
               and (exists (select from email_domain d
                             where d.organization_id = p.organization_id and d.verified_at is not null
                               and d.domain = split_part(
                                   coalesce(p_email, (select a.email from user_account a where a.id = p_user)), '@', 2))
                    or exists (select from external_identity i
                                where i.organization_id = p.organization_id and i.user_id = p_user
                                  and i.issuer = p.issuer))
               and not exists (select from membership m
                                where m.organization_id = p.organization_id and m.user_id = p_user
                                  and m.role = 'owner'))
    $$;

ALTER FUNCTION cross_tenant.requires_single_sign_on(p_user uuid, p_email text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.reset_password(p_token_hash bytea, p_user uuid, p_password_hash text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    v_email text;
begin
    select a.email into v_email from user_account a where a.id = p_user for no key update;
    delete from account_token t
     where t.token_hash = p_token_hash and t.purpose = 'password_reset' and t.email = v_email and t.expires_at > app_clock();
    if not found then
        return false;
    end if;
    update user_account a set password_hash = p_password_hash where a.id = p_user;
    perform cross_tenant.void_links(p_user, v_email);
    return true;
end
$$;

ALTER FUNCTION cross_tenant.reset_password(p_token_hash bytea, p_user uuid, p_password_hash text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.set_quota(p_organization uuid, p_name text, p_limit integer) RETURNS json
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        update organization o
           set quotas = case when p_limit is null then o.quotas - p_name
                             else o.quotas || jsonb_build_object(p_name, p_limit) end
         where o.id = p_organization
        returning o.quotas::json
    $$;

ALTER FUNCTION cross_tenant.set_quota(p_organization uuid, p_name text, p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.store_second_factor(p_user uuid, p_seed bytea) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        with stored as (
            insert into second_factor (user_id, seed) values (p_user, p_seed)
            on conflict (user_id) do update set seed = p_seed, created_at = now()
                where second_factor.confirmed_at is null
            returning 1)
        select exists (select from stored)
    $$;

ALTER FUNCTION cross_tenant.store_second_factor(p_user uuid, p_seed bytea) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.summarize_organization(p_organization uuid) RETURNS TABLE(name text, created_at timestamp with time zone, suspended_at timestamp with time zone, members bigint, api_keys bigint, sessions bigint, job_posts bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        select o.name, o.created_at, o.suspended_at,
               (select count(*) from membership m where m.organization_id = p_organization),
               (select count(*) from api_key k where k.organization_id = p_organization and k.revoked_at is null),
               (select count(*) from session s where s.organization_id = p_organization),
               (select count(*) from job_post p where p.organization_id = p_organization)
          from organization o where o.id = p_organization
    $$;

ALTER FUNCTION cross_tenant.summarize_organization(p_organization uuid) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.suspend_organization(p_organization uuid, p_is_suspended boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    update organization
       set suspended_at = case when p_is_suspended then coalesce(suspended_at, app_clock()) end
     where id = p_organization;
    perform pg_notify('postwright_events', '*');
end
$$;

ALTER FUNCTION cross_tenant.suspend_organization(p_organization uuid, p_is_suspended boolean) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.sweep_account_tokens(p_limit integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        with expired as (
            select t.token_hash from account_token t where t.expires_at < app_clock()
             order by t.expires_at limit p_limit for update skip locked), deleted as (
            delete from account_token t using expired where t.token_hash = expired.token_hash returning 1)
        select count(*)::integer from deleted
    $$;

ALTER FUNCTION cross_tenant.sweep_account_tokens(p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.sweep_deliveries(p_age interval, p_test_age interval, p_limit integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        -- Rows are deleted by arrays of their keys, see sweep_sessions.
        with aged_event as (
            select v.organization_id, v.id from webhook_event v where v.occurred_at < app_clock() - p_age
             order by v.occurred_at limit p_limit
        ), test as (
            select v.organization_id, v.id, (v.data ->> 'webhook_endpoint_id')::uuid as endpoint_id
              from webhook_event v
             where v.type in ('webhook.test', 'webhook_endpoint.verification') and v.occurred_at < app_clock() - p_test_age
               and not exists (
                   select from delivery d
                    where d.organization_id = v.organization_id and d.target_id = (v.data ->> 'webhook_endpoint_id')::uuid
                      and d.subject_id = v.id and d.status = 'pending')
             order by v.occurred_at limit p_limit
        ), event_keys as (
            select array_agg(v.organization_id) as organizations, array_agg(v.id) as ids
              from (select a.organization_id, a.id from aged_event a union select t.organization_id, t.id from test t) v
        ), deleted_event as (
            delete from webhook_event v
             using event_keys a cross join lateral unnest(a.organizations, a.ids) k (organization_id, id)
             where v.organization_id = k.organization_id and v.id = k.id
            returning 1
        ), aged_delivery as (
            select d.organization_id, d.id from delivery d where d.created_at < app_clock() - p_age and d.status <> 'pending'
             order by d.created_at limit p_limit for update skip locked
        ), test_delivery as (
            select d.organization_id, d.id
              from test t
              join delivery d on d.organization_id = t.organization_id and d.target_id = t.endpoint_id and d.subject_id = t.id
             where d.status <> 'pending'
               for update of d skip locked
        ), delivery_keys as (
            select array_agg(d.organization_id) as organizations, array_agg(d.id) as ids
              from (select * from aged_delivery union select * from test_delivery) d
        ), deleted_delivery as (
            delete from delivery d
             using delivery_keys a cross join lateral unnest(a.organizations, a.ids) k (organization_id, id)
             where d.organization_id = k.organization_id and d.id = k.id
            returning 1
        )
        select greatest((select count(*) from deleted_event), (select count(*) from deleted_delivery))::integer
    $$;

ALTER FUNCTION cross_tenant.sweep_deliveries(p_age interval, p_test_age interval, p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.sweep_emails(p_age interval, p_limit integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        with aged as (
            select e.id from email e
             where e.status <> 'pending' and e.finished_at < app_clock() - p_age
                or e.status = 'pending' and e.expires_at < app_clock() - interval '1 hour'
             limit p_limit for update skip locked
        ), deleted as (
            delete from email e using aged where e.id = aged.id returning 1
        ), counted as (
            select e.id from email e
             where e.counted_as is not null and e.created_at < app_clock() - interval '1 hour'
               and not exists (select from aged a where a.id = e.id)
             limit p_limit for update skip locked
        ), emptied as (
            update email e set counted_as = null from counted c where e.id = c.id returning 1
        )
        select greatest((select count(*) from deleted), (select count(*) from emptied))::integer
    $$;

ALTER FUNCTION cross_tenant.sweep_emails(p_age interval, p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.sweep_logins(p_age interval, p_invitation_age interval, p_key_age interval, p_limit integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        -- Rows are deleted by arrays of their keys, see sweep_sessions.
        with expired as (
            select l.organization_id, l.id from login l where l.expires_at < now() - p_age
             order by l.expires_at limit p_limit for update skip locked
        ), ended as (
            select l.organization_id, l.id from login l where l.revoked_at < now() - p_age and l.moved_to_login_id is null
             order by l.revoked_at limit p_limit for update skip locked
        ), login_keys as (
            select array_agg(l.organization_id) as organizations, array_agg(l.id) as ids
              from (select * from expired union select * from ended) l
        ), deleted as (
            delete from login l
             using login_keys a cross join lateral unnest(a.organizations, a.ids) k (organization_id, id)
             where l.organization_id = k.organization_id and l.id = k.id
            returning 1
        ), revoked_key as (
            select array_agg(r.organization_id) as organizations, array_agg(r.id) as ids
              from (select k.organization_id, k.id from api_key k where k.revoked_at < now() - p_key_age
                     order by k.revoked_at limit p_limit for update skip locked) r
        ), deleted_key as (
            delete from api_key k
             using revoked_key r cross join lateral unnest(r.organizations, r.ids) w (organization_id, id)
             where k.organization_id = w.organization_id and k.id = w.id
            returning 1
        ), aged_invitation as (
            select i.organization_id, i.id from invitation i where i.expires_at < app_clock() - p_invitation_age
             order by i.expires_at limit p_limit for update skip locked
        ), deleted_invitation as (
            delete from invitation i using aged_invitation a where i.organization_id = a.organization_id and i.id = a.id
            returning 1
        ), late_sign_in as (
            select p.organization_id, p.id from pending_sign_in p where p.expires_at < app_clock()
             order by p.expires_at limit p_limit for update skip locked
        ), deleted_sign_in as (
            delete from pending_sign_in p using late_sign_in l where p.organization_id = l.organization_id and p.id = l.id
            returning 1
        )
        select greatest((select count(*) from deleted), (select count(*) from deleted_key),
                        (select count(*) from deleted_invitation), (select count(*) from deleted_sign_in))::integer
    $$;

ALTER FUNCTION cross_tenant.sweep_logins(p_age interval, p_invitation_age interval, p_key_age interval, p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.sweep_sessions(p_limit integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        -- Rows are deleted by arrays of their keys: a limit that the planner does not know is taken for a tenth of what there is,
        -- and it would read the whole table for these.
        with ended as (
            select array_agg(e.organization_id) as organizations, array_agg(e.id) as ids
              from (select e.organization_id, e.id
                      from organization o
                     cross join lateral (
                           select s.organization_id, s.id from session s
                            where s.organization_id = o.id and s.expiry_noticed
                              and s.expires_at <= app_clock() - make_interval(days => o.session_retention_days)
                            order by s.expires_at limit p_limit for update skip locked) e
                     limit p_limit) e
        ), deleted as (
            delete from session s
             using ended cross join lateral unnest(ended.organizations, ended.ids) k (organization_id, id)
             where s.organization_id = k.organization_id and s.id = k.id
            returning 1)
        select count(*)::integer from deleted
    $$;

ALTER FUNCTION cross_tenant.sweep_sessions(p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.sweep_traces(p_key_age interval, p_text_age interval, p_request_age interval, p_limit integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        -- Rows are deleted by arrays of their keys, see sweep_sessions.
        with aged_key as (
            select array_agg(k.organization_id) as organizations, array_agg(k.livemode) as livemodes,
                   array_agg(k.user_id) as users, array_agg(k.operation) as operations, array_agg(k.key) as keys,
                   array_agg(k.api_key_id) as api_keys
              from (select k.organization_id, k.livemode, k.user_id, k.operation, k.key, k.api_key_id from idempotency_key k
                     where k.created_at < now() - p_key_age order by k.created_at limit p_limit for update skip locked) k
        ), deleted_key as (
            delete from idempotency_key k
             using aged_key g
             cross join lateral unnest(g.organizations, g.livemodes, g.users, g.operations, g.keys, g.api_keys)
                                a (organization_id, livemode, user_id, operation, key, api_key_id)
             where k.organization_id = a.organization_id and k.livemode = a.livemode and k.user_id = a.user_id
               and k.operation = a.operation and k.key = a.key and k.api_key_id = a.api_key_id
            returning 1
        ), aged_text as (
            select array_agg(e.organization_id) as organizations, array_agg(e.session_id) as sessions,
                   array_agg(e.sequence) as sequences
              from (select e.organization_id, e.session_id, e.sequence from event e
                     where e.type in ('text.delta', 'text.reset') and e.created_at < app_clock() - p_text_age
                     order by e.created_at limit p_limit for update skip locked) e
        ), deleted_text as (
            delete from event e
             using aged_text g cross join lateral unnest(g.organizations, g.sessions, g.sequences)
                                                  a (organization_id, session_id, sequence)
             where e.organization_id = a.organization_id and e.session_id = a.session_id and e.sequence = a.sequence
            returning 1
        ), aged_entry as (
            select array_agg(e.organization_id) as organizations, array_agg(e.id) as ids
              from (select e.organization_id, e.id
                      from organization o
                     cross join lateral (
                           select e.organization_id, e.id from audit_entry e
                            where e.organization_id = o.id
                              and e.id < first_id_at(app_clock() - make_interval(days => o.audit_retention_days))
                            order by e.id limit p_limit) e
                     limit p_limit) e
        ), deleted_entry as (
            delete from audit_entry e
             using aged_entry g cross join lateral unnest(g.organizations, g.ids) a (organization_id, id)
             where e.organization_id = a.organization_id and e.id = a.id
            returning 1
        ), aged_request as (
            select array_agg(r.organization_id) as organizations, array_agg(r.request_id) as ids
              from (select r.organization_id, r.request_id
                      from organization o
                     cross join lateral (
                           select r.organization_id, r.request_id from request_log_entry r
                            where r.organization_id = o.id and r.request_id < first_id_at(app_clock() - p_request_age)
                            order by r.request_id limit p_limit) r
                     limit p_limit) r
        ), deleted_request as (
            delete from request_log_entry r
             using aged_request g cross join lateral unnest(g.organizations, g.ids) a (organization_id, request_id)
             where r.organization_id = a.organization_id and r.request_id = a.request_id
            returning 1
        )
        select greatest((select count(*) from deleted_key), (select count(*) from deleted_text),
                        (select count(*) from deleted_entry), (select count(*) from deleted_request))::integer
    $$;

ALTER FUNCTION cross_tenant.sweep_traces(p_key_age interval, p_text_age interval, p_request_age interval, p_limit integer) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.touch_api_key(p_organization uuid, p_api_key uuid, p_interval interval) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        update api_key set last_used_at = now()
         where organization_id = p_organization and id = p_api_key and revoked_at is null
           and (last_used_at is null or last_used_at < now() - p_interval)
    $$;

ALTER FUNCTION cross_tenant.touch_api_key(p_organization uuid, p_api_key uuid, p_interval interval) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.update_account(p_user uuid, p_name text, p_language text) RETURNS TABLE(name_changed boolean, language_changed boolean)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        with old as (
            select a.id, a.name, a.language from user_account a where a.id = p_user for no key update
        )
        update user_account a set name = coalesce(p_name, a.name), language = coalesce(p_language, a.language)
          from old where a.id = old.id
        returning a.name is distinct from old.name, a.language is distinct from old.language
    $$;

ALTER FUNCTION cross_tenant.update_account(p_user uuid, p_name text, p_language text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.use_account_token(p_token_hash bytea, p_purpose text) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        with used as (
            delete from account_token t
             where t.token_hash = p_token_hash and t.purpose = p_purpose and t.expires_at > app_clock()
            returning 1
        )
        select exists (select from used)
    $$;

ALTER FUNCTION cross_tenant.use_account_token(p_token_hash bytea, p_purpose text) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.use_browser_login(p_organization uuid, p_hash bytea, p_idle interval, p_longest interval, p_interval interval) RETURNS TABLE(login_id uuid, user_id uuid, role text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    update login l
       set last_used_at = now(), expires_at = least(
               case when l.authenticated_by = 'single_sign_on' then l.created_at else l.authenticated_at end + p_longest,
               now() + p_idle)
     where l.organization_id = p_organization and l.browser_hash = p_hash
       and l.revoked_at is null and l.expires_at > now() and l.last_used_at < now() - p_interval;
    return query
        select l.id, l.user_id, m.role
          from login l join membership m on m.organization_id = l.organization_id and m.user_id = l.user_id
         where l.organization_id = p_organization and l.browser_hash = p_hash
           and l.revoked_at is null and l.expires_at > now();
end
$$;

ALTER FUNCTION cross_tenant.use_browser_login(p_organization uuid, p_hash bytea, p_idle interval, p_longest interval, p_interval interval) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.use_recovery_code(p_user uuid, p_code_hash bytea) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        with used as (delete from recovery_code where user_id = p_user and code_hash = p_code_hash returning 1)
        select exists (select from used)
    $$;

ALTER FUNCTION cross_tenant.use_recovery_code(p_user uuid, p_code_hash bytea) OWNER TO postwright_system;

CREATE FUNCTION cross_tenant.void_links(p_user uuid, p_email text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        delete from account_token t where t.user_id = p_user;
        delete from account_token t where t.email = p_email and t.purpose in ('password_reset', 'sign_in');
    $$;

ALTER FUNCTION cross_tenant.void_links(p_user uuid, p_email text) OWNER TO postwright_system;

CREATE FUNCTION public.accept_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_sees_all boolean, p_api_key uuid, p_session uuid, p_turn uuid, p_message uuid, p_text text, p_retry_of uuid, p_if_busy public.if_busy, p_operation text, p_key text, p_fingerprint bytea, p_preference text, p_queue text, p_task text, p_max_turns integer, p_max_bytes integer, OUT outcome public.accept_outcome, OUT accepted_at timestamp with time zone, OUT sequence integer, OUT turns_ahead bigint, OUT replaced uuid[], OUT message_text text, OUT retried_as uuid, OUT quota_name text, OUT quota_limit bigint, OUT quota_used bigint, OUT key_fingerprint bytea, OUT key_preference text, OUT key_session_id uuid, OUT key_turn_id uuid, OUT key_status integer, OUT key_headers json, OUT key_body text) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
    v_lifetime integer;
    v_session_found boolean;
    v_has_expired boolean;
    v_event_number bigint;
    v_retried_status text;
    v_turns integer;
    v_max_turns integer;
    v_bytes bigint;
    v_max_bytes integer;
begin
    select o.session_lifetime_seconds, s.expires_at <= p_now or s.expiry_noticed, s.next_sequence - 1,
           coalesce((o.quotas ->> 'session_turns')::integer, p_max_turns), s.stored_bytes,
           coalesce((o.quotas ->> 'session_bytes')::integer, p_max_bytes)
      into v_lifetime, v_has_expired, v_turns, v_max_turns, v_bytes, v_max_bytes
      from session s join organization o on o.id = s.organization_id
     where s.organization_id = p_organization and s.id = p_session
       and s.expires_at + make_interval(days => o.session_retention_days) > p_now
       and (p_sees_all or s.user_id = p_user)
       for no key update of s;
    v_session_found := found;
    -- Under the lock, which the same request may have held, and before any refusal: a stored response stays.
    if p_key is not null then
        select k.fingerprint, k.preference, k.session_id, k.turn_id, k.status, k.headers, k.body
          into key_fingerprint, key_preference, key_session_id, key_turn_id, key_status, key_headers, key_body
          from find_idempotency_key(p_organization, p_livemode, p_user, p_api_key, p_operation, p_key) k;
        if key_fingerprint is not null then
            -- The session may have become invisible since then, as when an admin was made a member.
            outcome := case when p_sees_all or exists (
                                 select from session s
                                  where s.organization_id = p_organization and s.id = key_session_id and s.user_id = p_user)
                            then 'repeated'::accept_outcome else 'session_not_found' end;
            return;
        end if;
    end if;
    if not v_session_found or v_has_expired then
        outcome := case when v_session_found then 'session_expired'::accept_outcome else 'session_not_found' end;
        return;
    end if;
    accepted_at := app_clock_now();
    message_text := p_text;
    if p_retry_of is not null then
        select t.status, m.text into v_retried_status, message_text
          from turn t join message m on m.organization_id = t.organization_id and m.turn_id = t.id and m.role = 'user'
         where t.organization_id = p_organization and t.session_id = p_session and t.id = p_retry_of;
        select t.id into retried_as from turn t where t.organization_id = p_organization and t.retry_of = p_retry_of;
        outcome := case when v_retried_status is null then 'turn_not_found'::accept_outcome
                        when v_retried_status <> 'failed' then 'turn_not_failed'
                        when retried_as is not null then 'turn_retried' end;
        if outcome is not null then
            return;
        end if;
    end if;
    if v_turns >= v_max_turns then
        quota_name := 'session_turns';
        quota_limit := v_max_turns;
        quota_used := v_turns;
    elsif v_bytes + octet_length(message_text) > v_max_bytes then
        quota_name := 'session_bytes';
        quota_limit := v_max_bytes;
        quota_used := v_bytes;
    end if;
    if quota_name is not null then
        outcome := 'quota_exceeded';
        return;
    end if;
    select count(*) into turns_ahead
      from turn t
     where t.organization_id = p_organization and t.session_id = p_session and t.status in ('queued', 'running');
    if turns_ahead > 0 and p_if_busy = 'reject' then
        outcome := 'busy';
        return;
    end if;
    if p_key is not null then
        insert into idempotency_key
            (organization_id, livemode, user_id, api_key_id, operation, key, fingerprint, preference, session_id, turn_id,
             created_at)
        values (p_organization, p_livemode, coalesce(p_user, '00000000-0000-0000-0000-000000000000'),
                coalesce(p_api_key, '00000000-0000-0000-0000-000000000000'), p_operation, p_key, p_fingerprint,
                p_preference, p_session, p_turn, now())
        on conflict do nothing;
        if not found then
            -- Taken just now by a request for another session.
            select k.fingerprint, k.preference, k.session_id, k.turn_id, k.status, k.headers, k.body
          into key_fingerprint, key_preference, key_session_id, key_turn_id, key_status, key_headers, key_body
              from find_idempotency_key(p_organization, p_livemode, p_user, p_api_key, p_operation, p_key) k;
            outcome := 'repeated';
            return;
        end if;
    end if;
    if turns_ahead > 0 and p_if_busy = 'replace' then
        select array_agg(t.id order by t.sequence) into replaced
          from turn t
         where t.organization_id = p_organization and t.session_id = p_session and t.status in ('queued', 'running');
        perform cancel_turns(p_now, p_organization, p_livemode, p_session, replaced);
        turns_ahead := 0;
    end if;
    update session s
       set next_sequence = s.next_sequence + 1, next_event = s.next_event + 1, message_count = s.message_count + 1,
           stored_bytes = s.stored_bytes + octet_length(message_text),
           updated_at = accepted_at, expires_at = accepted_at + make_interval(secs => v_lifetime), expiry_noticed = false
     where s.organization_id = p_organization and s.id = p_session
    returning s.next_sequence - 1, s.next_event - 1 into sequence, v_event_number;
    insert into turn
        (organization_id, id, livemode, session_id, user_id, api_key_id, sequence, status, is_head, retry_of, run_after,
         created_at)
    values (p_organization, p_turn, p_livemode, p_session, p_user, p_api_key, sequence, 'queued', turns_ahead = 0,
            p_retry_of, accepted_at, accepted_at);
    if p_retry_of is not null then
        update message set is_hidden = true where organization_id = p_organization and turn_id = p_retry_of;
    end if;
    insert into message (organization_id, id, livemode, session_id, turn_id, sequence, role, text, created_at)
    values (p_organization, p_message, p_livemode, p_session, p_turn, sequence, 'user', message_text, accepted_at);
    insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
    values (p_organization, p_session, v_event_number, p_livemode, p_turn, 'turn.queued',
            json_build_object('turn_id', p_turn, 'attempt', 1), accepted_at);
    perform enqueue_wake_up(p_queue, p_task, 0);
    outcome := 'accepted';
end
$$;

ALTER FUNCTION public.accept_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_sees_all boolean, p_api_key uuid, p_session uuid, p_turn uuid, p_message uuid, p_text text, p_retry_of uuid, p_if_busy public.if_busy, p_operation text, p_key text, p_fingerprint bytea, p_preference text, p_queue text, p_task text, p_max_turns integer, p_max_bytes integer, OUT outcome public.accept_outcome, OUT accepted_at timestamp with time zone, OUT sequence integer, OUT turns_ahead bigint, OUT replaced uuid[], OUT message_text text, OUT retried_as uuid, OUT quota_name text, OUT quota_limit bigint, OUT quota_used bigint, OUT key_fingerprint bytea, OUT key_preference text, OUT key_session_id uuid, OUT key_turn_id uuid, OUT key_status integer, OUT key_headers json, OUT key_body text) OWNER TO postwright_owner;

CREATE FUNCTION public.accept_turns(p_organizations uuid[], p_livemodes boolean[], p_users uuid[], p_logins uuid[], p_roles text[], p_not_before timestamp with time zone[], p_expires_at timestamp with time zone[], p_api_keys uuid[], p_scopes text[], p_sees_all boolean[], p_sessions uuid[], p_turns uuid[], p_messages uuid[], p_texts text[], p_may_wait boolean[], p_operations text[], p_keys text[], p_fingerprints bytea[], p_preferences text[], p_queue text, p_task text, p_max_turns integer, p_max_bytes integer, p_longest integer) RETURNS TABLE(place integer, accepted_at timestamp with time zone, sequence integer, turns_ahead bigint)
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
    v_setting text := set_config('lock_timeout', '2s', true);
    v_group record;
    v_now timestamptz;
    v_admitted bigint[];
    v_locked bigint[];
    v_lifetime integer;
    v_max_turns integer;
    v_max_bytes integer;
    v_accepted_at timestamptz;
    v_any boolean := false;
    v_first integer;
    v_last integer;
    v_sessions uuid[];
begin
    for v_group in
        select g.organization_id, g.livemode, min(g.place)::integer as first, max(g.place)::integer as last
          from unnest(p_organizations, p_livemodes) with ordinality as g (organization_id, livemode, place)
         group by g.organization_id, g.livemode
         order by g.organization_id, g.livemode
    loop
        v_first := v_group.first;
        v_last := v_group.last;
        v_sessions := p_sessions[v_first:v_last];
        -- Each caller once. The scope that this sets is the same for all of them: the organization and the mode.
        select max(b.now), array_agg(admitted.place) into v_now, v_admitted
          from (select c.user_id, c.login_id, c.role, c.not_before, c.expires_at, c.api_key_id, c.scopes,
                       array_agg(c.place) as places
                  from unnest(p_users[v_first:v_last], p_logins[v_first:v_last], p_roles[v_first:v_last],
                              p_not_before[v_first:v_last], p_expires_at[v_first:v_last], p_api_keys[v_first:v_last],
                              p_scopes[v_first:v_last])
                       with ordinality as c (user_id, login_id, role, not_before, expires_at, api_key_id, scopes, place)
                 group by c.user_id, c.login_id, c.role, c.not_before, c.expires_at, c.api_key_id, c.scopes) caller
          cross join lateral begin_tenant_transaction(
                   p_organization => v_group.organization_id, p_livemode => v_group.livemode, p_user => caller.user_id,
                   p_login => caller.login_id, p_role => caller.role, p_not_before => caller.not_before,
                   p_expires_at => caller.expires_at, p_api_key => caller.api_key_id, p_scopes => caller.scopes,
                   p_enrolling => false, p_audit_context => null) b
          cross join lateral unnest(caller.places) as admitted (place)
         where b.credential = 'valid';
        continue when v_admitted is null;
        select o.session_lifetime_seconds, coalesce((o.quotas ->> 'session_turns')::integer, p_max_turns),
               coalesce((o.quotas ->> 'session_bytes')::integer, p_max_bytes)
          into v_lifetime, v_max_turns, v_max_bytes
          from organization o where o.id = v_group.organization_id;
        -- A batch holds many locks, so it waits for none: two batches could otherwise wait for each other. The limit excludes
        -- nothing: with one, the planner expects few rows and reads sessions by their keys. The keys are conditions,
        -- too, as in complete_turns.
        select array_agg(locked.place) into v_locked
          from (select a.place
                  from (select *
                          from unnest(v_sessions, p_users[v_first:v_last], p_sees_all[v_first:v_last])
                               with ordinality as a (session_id, user_id, sees_all, place)
                         limit cardinality(p_sessions)) a
                  join session s on s.organization_id = v_group.organization_id and s.id = a.session_id
                                and s.id = any (v_sessions)
                 where a.place = any (v_admitted) and s.expires_at > v_now and not s.expiry_noticed
                   and (a.sees_all or s.user_id = a.user_id)
                   and s.next_sequence <= v_max_turns and s.stored_bytes + p_longest <= v_max_bytes
                 order by a.session_id
                   for no key update of s skip locked) locked;
        continue when v_locked is null;
        v_accepted_at := app_clock_now();
        return query
            with asked as materialized (
                select a.*,
                       (select count(*) from turn t
                         where t.organization_id = v_group.organization_id and t.session_id = a.session_id
                           and t.status in ('queued', 'running')) as turns_ahead
                  from unnest(v_sessions, p_users[v_first:v_last], p_api_keys[v_first:v_last],
                              p_turns[v_first:v_last], p_messages[v_first:v_last], p_texts[v_first:v_last],
                              p_may_wait[v_first:v_last], p_operations[v_first:v_last], p_keys[v_first:v_last],
                              p_fingerprints[v_first:v_last], p_preferences[v_first:v_last])
                       with ordinality as a (session_id, user_id, api_key_id, turn_id, message_id, text, may_wait, operation,
                                             key, fingerprint, preference, place)
                 where a.place = any (v_locked)
                 limit cardinality(v_locked)
            ), keyed as (
                -- In the order of the index: another batch may be inserting the same keys.
                insert into idempotency_key
                    (organization_id, livemode, user_id, api_key_id, operation, key, fingerprint, preference, session_id,
                     turn_id, created_at)
                select v_group.organization_id, v_group.livemode,
                       coalesce(a.user_id, '00000000-0000-0000-0000-000000000000'),
                       coalesce(a.api_key_id, '00000000-0000-0000-0000-000000000000'), a.operation, a.key, a.fingerprint,
                       a.preference, a.session_id, a.turn_id, now()
                  from asked a
                 where a.key is not null and (a.turns_ahead = 0 or a.may_wait)
                 order by a.user_id, a.operation, a.key, a.api_key_id, a.place
                on conflict do nothing
                returning turn_id
            ), acceptable as (
                select a.* from asked a
                 where (a.turns_ahead = 0 or a.may_wait)
                   and (a.key is null or a.turn_id in (select k.turn_id from keyed k))
            ), numbered as (
                update session s
                   set next_sequence = s.next_sequence + 1, next_event = s.next_event + 1, message_count = s.message_count + 1,
                       stored_bytes = s.stored_bytes + octet_length(a.text), updated_at = v_accepted_at,
                       expires_at = v_accepted_at + make_interval(secs => v_lifetime),
                       expiry_noticed = false
                  from acceptable a
                 where s.organization_id = v_group.organization_id and s.id = a.session_id and s.id = any (v_sessions)
                returning a.place, a.session_id, a.user_id, a.api_key_id, a.turn_id, a.message_id, a.text, a.turns_ahead,
                          s.next_sequence - 1 as sequence, s.next_event - 1 as event_number
            ), queued as (
                insert into turn
                    (organization_id, id, livemode, session_id, user_id, api_key_id, sequence, status, is_head, run_after,
                     created_at)
                select v_group.organization_id, n.turn_id, v_group.livemode, n.session_id, n.user_id, n.api_key_id, n.sequence,
                       'queued', n.turns_ahead = 0, v_accepted_at, v_accepted_at
                  from numbered n
            ), stored as (
                insert into message (organization_id, id, livemode, session_id, turn_id, sequence, role, text, created_at)
                select v_group.organization_id, n.message_id, v_group.livemode, n.session_id, n.turn_id, n.sequence, 'user',
                       n.text, v_accepted_at
                  from numbered n
            ), logged as (
                insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
                select v_group.organization_id, n.session_id, n.event_number, v_group.livemode, n.turn_id, 'turn.queued',
                       json_build_object('turn_id', n.turn_id, 'attempt', 1), v_accepted_at
                  from numbered n
            )
            select v_first - 1 + n.place::integer, v_accepted_at, n.sequence, n.turns_ahead from numbered n;
        v_any := v_any or found;
    end loop;
    if v_any then
        perform enqueue_wake_up(p_queue, p_task, 0);
    end if;
end
$$;

ALTER FUNCTION public.accept_turns(p_organizations uuid[], p_livemodes boolean[], p_users uuid[], p_logins uuid[], p_roles text[], p_not_before timestamp with time zone[], p_expires_at timestamp with time zone[], p_api_keys uuid[], p_scopes text[], p_sees_all boolean[], p_sessions uuid[], p_turns uuid[], p_messages uuid[], p_texts text[], p_may_wait boolean[], p_operations text[], p_keys text[], p_fingerprints bytea[], p_preferences text[], p_queue text, p_task text, p_max_turns integer, p_max_bytes integer, p_longest integer) OWNER TO postwright_owner;

CREATE FUNCTION public.advance_session(p_moment timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_session uuid, p_draft text, p_version integer, p_is_complete boolean, p_shown_hash text, p_kind text, p_turn uuid, p_restored_version integer, p_changes text, p_messages integer, p_bytes integer, p_events text) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    v_events json := p_events::json;
    v_first bigint;
    v_fold_bytes integer;
begin
    update session s
       set draft = p_draft::jsonb, version = p_version, is_complete = p_is_complete, shown_hash = p_shown_hash,
           revision = case when s.is_complete and not p_is_complete
                           then next_revision(p_organization, p_session) else s.revision end,
           message_count = s.message_count + p_messages,
           stored_bytes = s.stored_bytes + p_bytes + coalesce(octet_length(p_changes), 0),
           fold_bytes = case when p_changes is null then s.fold_bytes
                             else next_fold_bytes(coalesce(s.fold_bytes, octet_length(s.draft::text)), p_changes, p_draft) end,
           next_event = s.next_event + json_array_length(v_events),
           updated_at = p_moment
     where s.organization_id = p_organization and s.id = p_session
    returning s.next_event - json_array_length(v_events), s.fold_bytes into v_first, v_fold_bytes;
    if p_changes is not null then
        insert into draft_change
            (organization_id, session_id, version, livemode, kind, user_id, api_key_id, turn_id, restored_version, changes,
             snapshot, created_at)
        values (p_organization, p_session, p_version, p_livemode, p_kind, p_user, p_api_key, p_turn, p_restored_version,
                p_changes::jsonb, case when v_fold_bytes = octet_length(p_draft) then p_draft::jsonb end, p_moment);
    end if;
    perform insert_events(p_moment, p_organization, p_livemode, p_session, v_first, v_events);
end
$$;

ALTER FUNCTION public.advance_session(p_moment timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_session uuid, p_draft text, p_version integer, p_is_complete boolean, p_shown_hash text, p_kind text, p_turn uuid, p_restored_version integer, p_changes text, p_messages integer, p_bytes integer, p_events text) OWNER TO postwright_owner;

CREATE FUNCTION public.app_clock() RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE
    AS $$ begin return now() + (select ahead_by from public.clock_offset); end $$;

ALTER FUNCTION public.app_clock() OWNER TO postwright_owner;

CREATE FUNCTION public.app_clock_now() RETURNS timestamp with time zone
    LANGUAGE plpgsql
    AS $$ begin return clock_timestamp() + (select ahead_by from public.clock_offset); end $$;

ALTER FUNCTION public.app_clock_now() OWNER TO postwright_owner;

CREATE FUNCTION public.append_audit_entry(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_action text, p_object_type text, p_object uuid, p_details text, p_hourly integer) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
    v_context constant jsonb := nullif(current_setting('app.audit_context', true), '')::jsonb;
begin
    if p_hourly is not null
       and is_audited_enough(p_organization, p_action, p_object, (v_context ->> 'user_id')::uuid,
                             (v_context ->> 'api_key_id')::uuid, p_hourly)
    then
        return false;
    end if;
    perform insert_audit_entry(p_organization, p_action, null, p_object_type, p_object, null, null, p_details::jsonb);
    return true;
end
$$;

ALTER FUNCTION public.append_audit_entry(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_action text, p_object_type text, p_object uuid, p_details text, p_hourly integer) OWNER TO postwright_owner;

CREATE FUNCTION public.append_events(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_events text) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
    v_events json := p_events::json;
    v_first bigint;
begin
    update session s set next_event = s.next_event + json_array_length(v_events)
     where s.organization_id = p_organization and s.id = p_session
    returning s.next_event - json_array_length(v_events) into v_first;
    if not found then
        return false;
    end if;
    perform insert_events(app_clock_now(), p_organization, p_livemode, p_session, v_first, v_events);
    return true;
end
$$;

ALTER FUNCTION public.append_events(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_events text) OWNER TO postwright_owner;

CREATE FUNCTION public.append_turn_events(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer, p_events text) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
    perform from session s where s.organization_id = p_organization and s.id = p_session for no key update;
    if not found or not holds_claim(p_organization, p_session, p_turn, p_epoch) then
        return false;
    end if;
    return append_events(p_now, p_organization, p_livemode, p_session, p_events);
end
$$;

ALTER FUNCTION public.append_turn_events(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer, p_events text) OWNER TO postwright_owner;

CREATE FUNCTION public.append_turn_texts(p_organizations uuid[], p_livemodes boolean[], p_sessions uuid[], p_turns uuid[], p_epochs integer[], p_events text[]) RETURNS SETOF integer
    LANGUAGE plpgsql
    AS $$
declare
    v_setting text := set_config('lock_timeout', '2s', true);
    v_group record;
    v_locked bigint[];
    v_first integer;
    v_last integer;
    v_sessions uuid[];
    v_turns uuid[];
begin
    for v_group in
        select g.organization_id, g.livemode, min(g.place)::integer as first, max(g.place)::integer as last
          from unnest(p_organizations, p_livemodes) with ordinality as g (organization_id, livemode, place)
         group by g.organization_id, g.livemode
         order by g.organization_id, g.livemode
    loop
        v_first := v_group.first;
        v_last := v_group.last;
        v_sessions := p_sessions[v_first:v_last];
        v_turns := p_turns[v_first:v_last];
        perform begin_tenant_transaction(
                    p_organization => v_group.organization_id, p_livemode => v_group.livemode, p_user => null,
                    p_login => null, p_role => null, p_not_before => null, p_expires_at => null, p_api_key => null,
                    p_scopes => null, p_enrolling => false, p_audit_context => null);
        -- The limit, the keys as conditions and the one expression are as in complete_turns.
        select array_agg(locked.place) into v_locked
          from (select a.place
                  from (select *
                          from unnest(v_sessions, v_turns, p_epochs[v_first:v_last])
                               with ordinality as a (session_id, turn_id, epoch, place)
                         limit cardinality(p_turns)) a
                  join session s on s.organization_id = v_group.organization_id and s.id = a.session_id
                                and s.id = any (v_sessions)
                  join turn t on t.organization_id = v_group.organization_id and t.id = a.turn_id and t.id = any (v_turns)
                 where (t.session_id = a.session_id and t.epoch = a.epoch and t.status = 'running') is true
                 order by a.session_id
                   for no key update of s, t skip locked) locked;
        continue when v_locked is null;
        return query
            with asked as (
                select *
                  from unnest(v_sessions, p_events[v_first:v_last])
                       with ordinality as a (session_id, events, place)
                 where a.place = any (v_locked)
                 limit cardinality(v_locked)
            ), advanced as (
                update session s
                   set next_event = s.next_event + json_array_length(a.events::json)
                  from asked a
                 where s.organization_id = v_group.organization_id and s.id = a.session_id and s.id = any (v_sessions)
                returning a.place, a.session_id, a.events::json as events,
                          s.next_event - json_array_length(a.events::json) as first_event
            ), logged as (
                insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
                select v_group.organization_id, v.session_id, v.first_event + n.place - 1, v_group.livemode,
                       (n.value ->> 'turn')::uuid, n.value ->> 'type', n.value -> 'data', app_clock_now()
                  from advanced v cross join lateral json_array_elements(v.events) with ordinality as n (value, place)
            )
            select v_first - 1 + v.place::integer from advanced v;
    end loop;
end
$$;

ALTER FUNCTION public.append_turn_texts(p_organizations uuid[], p_livemodes boolean[], p_sessions uuid[], p_turns uuid[], p_epochs integer[], p_events text[]) OWNER TO postwright_owner;

CREATE FUNCTION public.audited_values(p_row jsonb, p_columns text[], p_redacted text[]) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $_$
        select jsonb_object_agg(c, case
                   when c = any (p_redacted) then '"(not kept)"'
                   when c = 'url' then to_jsonb(regexp_replace(p_row ->> c, '[?#].*$', '?(not kept)'))
                   when length(p_row ->> c) > 1000 then to_jsonb(format('(%s characters)', length(p_row ->> c)))
                   else p_row -> c end)
          from unnest(p_columns) c where (p_row ->> c) is not null
    $_$;

ALTER FUNCTION public.audited_values(p_row jsonb, p_columns text[], p_redacted text[]) OWNER TO postwright_owner;

CREATE FUNCTION public.begin_tenant_transaction(p_organization uuid, p_livemode boolean, p_user uuid, p_login uuid, p_role text, p_not_before timestamp with time zone, p_expires_at timestamp with time zone, p_api_key uuid, p_scopes text, p_enrolling boolean, p_audit_context text, OUT now timestamp with time zone, OUT real_time timestamp with time zone, OUT credential public.credential_status) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
    v_setting text;
begin
    v_setting := set_config('app.organization', p_organization::text, true);
    v_setting := set_config('app.livemode', p_livemode::text, true);
    if p_audit_context is not null then
        v_setting := set_config('app.audit_context', p_audit_context, true);
    end if;
    real_time := now();
    now := real_time + (select o.ahead_by from clock_offset o);
    if p_user is null and p_api_key is null then
        credential := 'system';
    elsif real_time < p_not_before - interval '10 seconds' or real_time > p_expires_at + interval '10 seconds' then
        credential := 'expired';
    elsif p_api_key is not null then
        select case when o.suspended_at is not null then 'suspended'::credential_status
                    when (p_user is null or m.role = p_role) and k.scopes @> string_to_array(p_scopes, ' ')
                    then 'valid' else 'stale' end
          into credential
          from api_key k
          join organization o on o.id = k.organization_id
          left join membership m on m.organization_id = k.organization_id and m.user_id = p_user
         where k.organization_id = p_organization and k.id = p_api_key and k.livemode = p_livemode
           and k.revoked_at is null and (k.expires_at is null or k.expires_at > real_time);
        credential := coalesce(credential, 'key_ended');
    else
        select case when o.suspended_at is not null then 'suspended'::credential_status
                    when m.role is distinct from p_role then 'stale'
                    when l.enrolment_required and not p_enrolling then 'enrolment_required'
                    else 'valid' end
          into credential
          from login l
          join organization o on o.id = l.organization_id
          join membership m on m.organization_id = l.organization_id and m.user_id = l.user_id
         where l.organization_id = p_organization and l.id = p_login and l.user_id = p_user
           and l.revoked_at is null and l.expires_at > real_time;
        credential := coalesce(credential, 'revoked');
    end if;
end
$$;

ALTER FUNCTION public.begin_tenant_transaction(p_organization uuid, p_livemode boolean, p_user uuid, p_login uuid, p_role text, p_not_before timestamp with time zone, p_expires_at timestamp with time zone, p_api_key uuid, p_scopes text, p_enrolling boolean, p_audit_context text, OUT now timestamp with time zone, OUT real_time timestamp with time zone, OUT credential public.credential_status) OWNER TO postwright_owner;

CREATE FUNCTION public.cancel_turns(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turns uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    update turn
       set status = 'cancelled', epoch = epoch + 1, is_head = false, lease_until = null, finished_at = app_clock_now()
     where organization_id = p_organization and session_id = p_session and id = any (p_turns);
    update message set is_hidden = true where organization_id = p_organization and turn_id = any (p_turns);
    perform append_events(p_now, p_organization, p_livemode, p_session, (
        select json_agg(json_build_object(
                   'turn', t.id, 'type', 'turn.cancelled', 'data', json_build_object('turn_id', t.id)) order by t.place)::text
          from unnest(p_turns) with ordinality as t (id, place)));
end
$$;

ALTER FUNCTION public.cancel_turns(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turns uuid[]) OWNER TO postwright_owner;

CREATE FUNCTION public.complete_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer, p_loaded_version integer, p_loaded_complete boolean, p_draft text, p_version integer, p_is_complete boolean, p_shown_hash text, p_kind text, p_restored_version integer, p_changes text, p_message uuid, p_reply text, p_trace text, p_job_post uuid, p_content text, p_content_hash text, p_events text) RETURNS public.finish_outcome
    LANGUAGE plpgsql
    AS $$
declare
    v_finished_at timestamptz;
    v_sequence integer;
    v_user uuid;
    v_api_key uuid;
    v_job_post record;
    v_bytes integer := octet_length(p_reply);
begin
    perform from session s
     where s.organization_id = p_organization and s.id = p_session and s.expires_at > p_now
       and s.version = p_loaded_version and s.is_complete = p_loaded_complete
       for no key update;
    if not found then
        return case when holds_claim(p_organization, p_session, p_turn, p_epoch)
                    then 'stale'::finish_outcome else 'fenced' end;
    end if;
    v_finished_at := app_clock_now();
    update turn t
       set status = 'succeeded', is_head = false, lease_until = null, finished_at = v_finished_at, trace = p_trace::jsonb
     where t.organization_id = p_organization and t.session_id = p_session and t.id = p_turn
       and t.epoch = p_epoch and t.status = 'running'
    returning t.sequence, t.user_id, t.api_key_id into v_sequence, v_user, v_api_key;
    if not found then
        return 'fenced'::finish_outcome;
    end if;
    insert into message (organization_id, id, livemode, session_id, turn_id, sequence, role, text, created_at)
    values (p_organization, p_message, p_livemode, p_session, p_turn, v_sequence, 'assistant', p_reply, v_finished_at);
    if p_content_hash is not null then
        select * into v_job_post
          from publish_post(v_finished_at, p_organization, p_livemode, v_api_key, p_session, p_job_post, p_version,
                            p_content, p_content_hash);
        if v_job_post.is_new then
            v_bytes := v_bytes + octet_length(p_content);
            -- Before the last event, which says that the turn has ended.
            select json_agg(e.value order by e.place)::text into p_events
              from (select j.value, j.place::numeric from json_array_elements(p_events::json) with ordinality as j (value, place)
                    union all
                    select v_job_post.event, json_array_length(p_events::json) - 0.5) e (value, place);
        end if;
        update session set revision = v_job_post.revision where organization_id = p_organization and id = p_session;
    end if;
    perform advance_session(v_finished_at, p_organization, p_livemode, v_user, v_api_key, p_session, p_draft, p_version,
                            p_is_complete, p_shown_hash, p_kind, p_turn, p_restored_version, p_changes, 1, v_bytes, p_events);
    perform promote_turn(p_now, p_organization, p_livemode, p_session);
    return 'committed'::finish_outcome;
end
$$;

ALTER FUNCTION public.complete_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer, p_loaded_version integer, p_loaded_complete boolean, p_draft text, p_version integer, p_is_complete boolean, p_shown_hash text, p_kind text, p_restored_version integer, p_changes text, p_message uuid, p_reply text, p_trace text, p_job_post uuid, p_content text, p_content_hash text, p_events text) OWNER TO postwright_owner;

CREATE FUNCTION public.complete_turns(p_organizations uuid[], p_livemodes boolean[], p_sessions uuid[], p_turns uuid[], p_epochs integer[], p_loaded_versions integer[], p_loaded_completes boolean[], p_drafts text[], p_versions integer[], p_is_completes boolean[], p_shown_hashes text[], p_kinds text[], p_restored_versions integer[], p_changes text[], p_messages uuid[], p_replies text[], p_traces text[], p_events text[]) RETURNS SETOF integer
    LANGUAGE plpgsql
    AS $$
declare
    v_setting text := set_config('lock_timeout', '2s', true);
    v_group record;
    v_now timestamptz;
    v_locked bigint[];
    v_finished_at timestamptz;
    v_first integer;
    v_last integer;
    v_sessions uuid[];
    v_turns uuid[];
begin
    for v_group in
        select g.organization_id, g.livemode, min(g.place)::integer as first, max(g.place)::integer as last
          from unnest(p_organizations, p_livemodes) with ordinality as g (organization_id, livemode, place)
         group by g.organization_id, g.livemode
         order by g.organization_id, g.livemode
    loop
        v_first := v_group.first;
        v_last := v_group.last;
        v_sessions := p_sessions[v_first:v_last];
        v_turns := p_turns[v_first:v_last];
        select b.now into v_now
          from begin_tenant_transaction(
                   p_organization => v_group.organization_id, p_livemode => v_group.livemode, p_user => null, p_login => null,
                   p_role => null, p_not_before => null, p_expires_at => null, p_api_key => null, p_scopes => null,
                   p_enrolling => false, p_audit_context => null) b;
        -- A batch holds many locks, so it waits for none: two batches, or a batch and renew_leases, could otherwise wait for
        -- each other. The limit excludes nothing: a limit makes the planner expect a row or two and read turns by their keys,
        -- while for the ten of an array it may read all turns of the organization. The keys are conditions, too, so that a plan
        -- that reads turns or sessions first reads those of the batch; plans made before there are statistics do.
        select array_agg(locked.place) into v_locked
          from (select a.place
                  from (select *
                          from unnest(v_sessions, v_turns, p_epochs[v_first:v_last],
                                      p_loaded_versions[v_first:v_last], p_loaded_completes[v_first:v_last])
                               with ordinality as a (session_id, turn_id, epoch, version, is_complete, place)
                         limit cardinality(p_turns)) a
                  join session s on s.organization_id = v_group.organization_id and s.id = a.session_id
                                and s.id = any (v_sessions)
                  join turn t on t.organization_id = v_group.organization_id and t.id = a.turn_id and t.id = any (v_turns)
                 where s.expires_at > v_now and s.version = a.version and s.is_complete = a.is_complete
                   -- As one expression, so that the turn is read by its key: by its parts, the planner may read all turns of
                   -- the session, or the index of all unfinished turns of all organizations.
                   and (t.session_id = a.session_id and t.epoch = a.epoch and t.status = 'running') is true
                 order by a.session_id
                   for no key update of s, t skip locked) locked;
        continue when v_locked is null;
        v_finished_at := app_clock_now();
        return query
            with asked as (
                select *
                  from unnest(v_sessions, v_turns, p_epochs[v_first:v_last],
                              p_drafts[v_first:v_last], p_versions[v_first:v_last], p_is_completes[v_first:v_last],
                              p_shown_hashes[v_first:v_last], p_kinds[v_first:v_last],
                              p_restored_versions[v_first:v_last], p_changes[v_first:v_last],
                              p_messages[v_first:v_last], p_replies[v_first:v_last], p_traces[v_first:v_last],
                              p_events[v_first:v_last])
                       with ordinality as a (session_id, turn_id, epoch, draft, version, is_complete, shown_hash, kind,
                                             restored_version, changes, message_id, reply, trace, events, place)
                 where a.place = any (v_locked)
                 limit cardinality(v_locked)
            ), ended as (
                update turn t
                   set status = 'succeeded', is_head = false, lease_until = null, finished_at = v_finished_at,
                       trace = a.trace::jsonb
                  from asked a
                 where t.organization_id = v_group.organization_id and t.id = a.turn_id and t.id = any (v_turns)
                   and t.epoch = a.epoch
                returning a.place, a.session_id, a.turn_id, a.draft, a.version, a.is_complete, a.shown_hash, a.kind,
                          a.restored_version, a.changes, a.message_id, a.reply, a.events::json as events,
                          t.sequence, t.user_id, t.api_key_id
            ), replied as (
                insert into message (organization_id, id, livemode, session_id, turn_id, sequence, role, text, created_at)
                select v_group.organization_id, e.message_id, v_group.livemode, e.session_id, e.turn_id, e.sequence, 'assistant',
                       e.reply, v_finished_at
                  from ended e
            ), advanced as (
                update session s
                   set draft = e.draft::jsonb, version = e.version, is_complete = e.is_complete, shown_hash = e.shown_hash,
                       revision = case when s.is_complete and not e.is_complete
                                       then next_revision(v_group.organization_id, s.id) else s.revision end,
                       message_count = s.message_count + 1,
                       stored_bytes = s.stored_bytes + octet_length(e.reply) + coalesce(octet_length(e.changes), 0),
                       fold_bytes = case when e.changes is null then s.fold_bytes
                                         else next_fold_bytes(coalesce(s.fold_bytes, octet_length(s.draft::text)),
                                                              e.changes, e.draft) end,
                       next_event = s.next_event + json_array_length(e.events),
                       updated_at = v_finished_at
                  from ended e
                 where s.organization_id = v_group.organization_id and s.id = e.session_id and s.id = any (v_sessions)
                returning e.*, s.next_event - json_array_length(e.events) as first_event, s.fold_bytes
            ), changed as (
                insert into draft_change
                    (organization_id, session_id, version, livemode, kind, user_id, api_key_id, turn_id, restored_version,
                     changes, snapshot, created_at)
                select v_group.organization_id, v.session_id, v.version, v_group.livemode, v.kind, v.user_id, v.api_key_id,
                       v.turn_id, v.restored_version, v.changes::jsonb,
                       case when v.fold_bytes = octet_length(v.draft) then v.draft::jsonb end, v_finished_at
                  from advanced v where v.changes is not null
            ), logged as (
                insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
                select v_group.organization_id, v.session_id, v.first_event + n.place - 1, v_group.livemode,
                       (n.value ->> 'turn')::uuid, n.value ->> 'type', n.value -> 'data', v_finished_at
                  from advanced v cross join lateral json_array_elements(v.events) with ordinality as n (value, place)
            ), promoted as (
                -- This statement does not see its own updates: the ended turn is excluded by its id.
                update turn t
                   set is_head = true
                  from (select e.session_id, next.id, next.status, next.is_head
                          from ended e cross join lateral (
                               select n.id, n.status, n.is_head from turn n
                                where n.organization_id = v_group.organization_id and n.session_id = e.session_id
                                  and n.status in ('queued', 'running') and n.id <> e.turn_id
                                order by n.sequence limit 1) next) head
                 where t.organization_id = v_group.organization_id and t.id = head.id
                   and t.session_id = head.session_id and t.session_id = any (v_sessions)
                   and head.status = 'queued' and not head.is_head
            )
            select v_first - 1 + v.place::integer from advanced v;
    end loop;
end
$$;

ALTER FUNCTION public.complete_turns(p_organizations uuid[], p_livemodes boolean[], p_sessions uuid[], p_turns uuid[], p_epochs integer[], p_loaded_versions integer[], p_loaded_completes boolean[], p_drafts text[], p_versions integer[], p_is_completes boolean[], p_shown_hashes text[], p_kinds text[], p_restored_versions integer[], p_changes text[], p_messages uuid[], p_replies text[], p_traces text[], p_events text[]) OWNER TO postwright_owner;

CREATE FUNCTION public.copy_conversation(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_original uuid, p_fork uuid, p_turns uuid[], p_copies uuid[], p_message_bytes bigint, p_copied_bytes bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    v_messages integer;
begin
    insert into turn
        (organization_id, id, livemode, session_id, user_id, api_key_id, sequence, status, retry_of, run_after,
         error_code, created_at, started_at, finished_at)
    select p_organization, copied.copy, p_livemode, p_fork, t.user_id, t.api_key_id, t.sequence, t.status, retried.copy,
           t.run_after, t.error_code, t.created_at, t.started_at, t.finished_at
      from unnest(p_turns, p_copies) copied (original, copy)
      join turn t on t.organization_id = p_organization and t.session_id = p_original and t.id = copied.original
      left join unnest(p_turns, p_copies) retried (original, copy) on retried.original = t.retry_of;
    insert into message
        (organization_id, id, livemode, session_id, turn_id, sequence, role, text, is_hidden, created_at)
    select p_organization, new_id(), p_livemode, p_fork, copied.copy, m.sequence, m.role, m.text,
           exists (select from turn retry
                    where retry.organization_id = p_organization and retry.retry_of = m.turn_id
                      and retry.id = any (p_turns)),
           m.created_at
      from message m
      left join unnest(p_turns, p_copies) copied (original, copy) on copied.original = m.turn_id
     where m.organization_id = p_organization and m.session_id = p_original
       and (m.turn_id is null or copied.copy is not null);
    get diagnostics v_messages = row_count;
    update session
       set message_count = v_messages, stored_bytes = p_message_bytes, copied_bytes = p_copied_bytes,
           next_sequence = 1 + coalesce(
               (select max(t.sequence) from turn t where t.organization_id = p_organization and t.session_id = p_fork), 0)
     where organization_id = p_organization and id = p_fork;
end
$$;

ALTER FUNCTION public.copy_conversation(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_original uuid, p_fork uuid, p_turns uuid[], p_copies uuid[], p_message_bytes bigint, p_copied_bytes bigint) OWNER TO postwright_owner;

CREATE FUNCTION public.count_fork_bytes(p_now timestamp with time zone, p_organization uuid, p_livemode boolean) RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
        select coalesce(sum(s.copied_bytes), 0)::bigint
          from session s
         where s.organization_id = p_organization and s.livemode = p_livemode and s.forked_from is not null
    $$;

ALTER FUNCTION public.count_fork_bytes(p_now timestamp with time zone, p_organization uuid, p_livemode boolean) OWNER TO postwright_owner;

CREATE FUNCTION public.count_sessions(p_now timestamp with time zone, p_organization uuid, p_livemode boolean) RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
        select (select count(*) from session s
                 where s.organization_id = p_organization and s.livemode = p_livemode and not s.expiry_noticed)
             + (select count(*) from session s
                 where s.organization_id = p_organization and s.livemode = p_livemode and s.expiry_noticed)
    $$;

ALTER FUNCTION public.count_sessions(p_now timestamp with time zone, p_organization uuid, p_livemode boolean) OWNER TO postwright_owner;

CREATE FUNCTION public.delete_sessions_of(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_limit integer) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
    v_deleted integer;
begin
    delete from idempotency_key k
     where k.organization_id = p_organization and k.livemode = p_livemode and k.user_id = p_user;
    delete from session s
     where s.organization_id = p_organization and s.id in (
           select o.id from session o where o.organization_id = p_organization and o.user_id = p_user
           union
           select t.session_id from turn t where t.organization_id = p_organization and t.user_id = p_user
           union
           select c.session_id from draft_change c where c.organization_id = p_organization and c.user_id = p_user
           limit p_limit);
    get diagnostics v_deleted = row_count;
    return v_deleted;
end
$$;

ALTER FUNCTION public.delete_sessions_of(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_limit integer) OWNER TO postwright_owner;

CREATE FUNCTION public.edit_draft(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_session uuid, p_draft text, p_version integer, p_is_complete boolean, p_shown_hash text, p_kind text, p_restored_version integer, p_changes text, p_events text, p_max_versions integer, p_max_bytes integer, OUT revision integer, OUT updated_at timestamp with time zone, OUT expires_at timestamp with time zone, OUT quota_name text, OUT quota_limit bigint, OUT quota_used bigint) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
    v_moment timestamptz := app_clock_now();
begin
    select q.name, q.most, q.used into quota_name, quota_limit, quota_used
      from session s join organization o on o.id = s.organization_id
     cross join lateral (values
           ('session_versions', coalesce((o.quotas ->> 'session_versions')::bigint, p_max_versions), s.version::bigint, 1),
           ('session_bytes', coalesce((o.quotas ->> 'session_bytes')::bigint, p_max_bytes), s.stored_bytes,
            octet_length(p_changes))) q (name, most, used, added)
     where s.organization_id = p_organization and s.id = p_session and q.used + q.added > q.most
     limit 1;
    if quota_name is not null then
        return;
    end if;
    perform advance_session(v_moment, p_organization, p_livemode, p_user, p_api_key, p_session, p_draft, p_version,
                            p_is_complete, p_shown_hash, p_kind, null, p_restored_version, p_changes, 0, 0, p_events);
    update session s
       set expires_at = v_moment + make_interval(secs => o.session_lifetime_seconds), expiry_noticed = false
      from organization o
     where o.id = p_organization and s.organization_id = p_organization and s.id = p_session
    returning s.revision, s.updated_at, s.expires_at into revision, updated_at, expires_at;
end
$$;

ALTER FUNCTION public.edit_draft(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_session uuid, p_draft text, p_version integer, p_is_complete boolean, p_shown_hash text, p_kind text, p_restored_version integer, p_changes text, p_events text, p_max_versions integer, p_max_bytes integer, OUT revision integer, OUT updated_at timestamp with time zone, OUT expires_at timestamp with time zone, OUT quota_name text, OUT quota_limit bigint, OUT quota_used bigint) OWNER TO postwright_owner;

CREATE FUNCTION public.emit_job_post_webhook() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    v_post record;
begin
    if tg_op = 'DELETE' then
        v_post := old;
    else
        v_post := new;
    end if;
    perform emit_webhook_event(v_post.organization_id, v_post.livemode,
        case when tg_op = 'DELETE' then 'job_post.deleted'
             when v_post.revision = 1 then 'job_post.published' else 'job_post.revised' end,
        json_build_object('session_id', v_post.session_id, 'job_post_id', v_post.id, 'revision', v_post.revision));
    return null;
end
$$;

ALTER FUNCTION public.emit_job_post_webhook() OWNER TO postwright_owner;

CREATE FUNCTION public.emit_session_completed_webhook() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform emit_webhook_event(new.organization_id, new.livemode, 'session.completed',
        json_build_object('session_id', new.id, 'revision', new.revision, 'job_post_id',
            (select p.id from job_post p
              where p.organization_id = new.organization_id and p.session_id = new.id and p.revision = new.revision)));
    return null;
end
$$;

ALTER FUNCTION public.emit_session_completed_webhook() OWNER TO postwright_owner;

CREATE FUNCTION public.emit_session_expired_webhook() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform emit_webhook_event(old.organization_id, old.livemode, 'session.expired',
        json_build_object('session_id', old.id, 'is_complete', old.is_complete), old.expires_at);
    return null;
end
$$;

ALTER FUNCTION public.emit_session_expired_webhook() OWNER TO postwright_owner;

CREATE FUNCTION public.emit_turn_webhook() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform case new.status
        when 'succeeded' then emit_webhook_event(new.organization_id, new.livemode, 'turn.completed',
            json_build_object('session_id', new.session_id, 'turn_id', new.id))
        else emit_webhook_event(new.organization_id, new.livemode, 'turn.failed',
            json_build_object('session_id', new.session_id, 'turn_id', new.id, 'code', new.error_code)) end;
    return null;
end
$$;

ALTER FUNCTION public.emit_turn_webhook() OWNER TO postwright_owner;

CREATE FUNCTION public.emit_webhook_event(p_organization uuid, p_livemode boolean, p_type text, p_data json, p_as_of timestamp with time zone DEFAULT 'infinity'::timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

ALTER FUNCTION public.emit_webhook_event(p_organization uuid, p_livemode boolean, p_type text, p_data json, p_as_of timestamp with time zone) OWNER TO postwright_owner;

CREATE FUNCTION public.enqueue_delivery(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_kind text, p_target uuid, p_subject uuid, p_ordering_key uuid DEFAULT NULL::uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    insert into delivery
        (organization_id, id, livemode, kind, target_id, subject_id, ordering_key, next_attempt_at, created_at)
    values (p_organization, new_id(), p_livemode, p_kind, p_target, p_subject, p_ordering_key, p_now, p_now)
    on conflict do nothing;
end
$$;

ALTER FUNCTION public.enqueue_delivery(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_kind text, p_target uuid, p_subject uuid, p_ordering_key uuid) OWNER TO postwright_owner;

CREATE FUNCTION public.enqueue_email(p_email uuid, p_organization uuid, p_kind text, p_recipient text, p_counted_by text, p_payload bytea, p_lifetime interval, p_hourly integer, p_pending integer, p_queue text, p_task text) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
    if not cross_tenant.insert_email(p_email, p_organization, p_kind, p_recipient, p_counted_by, p_payload, p_lifetime,
                                     p_hourly, p_pending)
    then
        return false;
    end if;
    perform enqueue_wake_up(p_queue, p_task, 0);
    return true;
end
$$;

ALTER FUNCTION public.enqueue_email(p_email uuid, p_organization uuid, p_kind text, p_recipient text, p_counted_by text, p_payload bytea, p_lifetime interval, p_hourly integer, p_pending integer, p_queue text, p_task text) OWNER TO postwright_owner;

CREATE FUNCTION public.enqueue_for_tick(p_queue text, p_task text, p_period_seconds double precision) RETURNS double precision
    LANGUAGE plpgsql
    AS $$
declare
    v_ticks double precision := extract(epoch from clock_timestamp())::double precision / p_period_seconds;
begin
    perform insert_task(p_queue, p_task, p_task || ' at ' || floor(v_ticks)::bigint, now());
    return (floor(v_ticks) + 1 - v_ticks) * p_period_seconds;
end
$$;

ALTER FUNCTION public.enqueue_for_tick(p_queue text, p_task text, p_period_seconds double precision) OWNER TO postwright_owner;

CREATE FUNCTION public.enqueue_missed_events(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_endpoint uuid, p_since timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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

ALTER FUNCTION public.enqueue_missed_events(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_endpoint uuid, p_since timestamp with time zone) OWNER TO postwright_owner;

CREATE FUNCTION public.enqueue_publication(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_job_post uuid, p_session uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    v_publication uuid := new_id();
    v_target uuid;
begin
    select t.id into v_target
      from publication_target t where t.organization_id = p_organization and t.livemode = p_livemode;
    if not found then
        return;
    end if;
    insert into publication
        (organization_id, id, livemode, job_post_id, session_id, target_id, status, stated_flags, created_at)
    select p_organization, v_publication, p_livemode, p_job_post, p_session, v_target, 'pending',
           array(select f.name from unnest(array['enableAiInterview', 'isFeatured']) f (name)
                  where exists (select from jsonb_array_elements(s.draft -> 'evidence' -> f.name) e
                                 where e ->> 'basis' <> 'assumed')),
           p_now
      from session s where s.organization_id = p_organization and s.id = p_session;
    perform enqueue_delivery(p_now, p_organization, p_livemode, 'publication', v_target, v_publication, p_session);
end
$$;

ALTER FUNCTION public.enqueue_publication(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_job_post uuid, p_session uuid) OWNER TO postwright_owner;

CREATE FUNCTION public.enqueue_wake_up(p_queue text, p_task text, p_delay_seconds double precision) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    v_due timestamptz := date_trunc('second', clock_timestamp() + make_interval(secs => p_delay_seconds)) + interval '1 second';
    v_key text := 'at ' || extract(epoch from v_due)::bigint;
begin
    -- The transaction that has the lock inserts it. Others do not wait: should it roll back, the poll finds the turn.
    if exists (select from apalis.jobs j where j.job_type = p_queue and j.idempotency_key = v_key)
       or not pg_try_advisory_xact_lock(hashtext(p_queue || v_key)) then
        return;
    end if;
    perform insert_task(p_queue, p_task, v_key, v_due);
end
$$;

ALTER FUNCTION public.enqueue_wake_up(p_queue text, p_task text, p_delay_seconds double precision) OWNER TO postwright_owner;

CREATE FUNCTION public.fail_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer, p_error_code text, p_trace text) RETURNS public.finish_outcome
    LANGUAGE plpgsql
    AS $$
begin
    perform from session s where s.organization_id = p_organization and s.id = p_session for no key update;
    update turn
       set status = 'failed', is_head = false, lease_until = null, finished_at = app_clock_now(),
           error_code = p_error_code, trace = p_trace::jsonb
     where organization_id = p_organization and session_id = p_session and id = p_turn
       and epoch = p_epoch and status = 'running';
    if not found then
        return 'fenced'::finish_outcome;
    end if;
    perform append_events(p_now, p_organization, p_livemode, p_session, json_build_array(json_build_object(
        'turn', p_turn, 'type', 'turn.failed', 'data', json_build_object('turn_id', p_turn, 'code', p_error_code)))::text);
    perform promote_turn(p_now, p_organization, p_livemode, p_session);
    return 'committed'::finish_outcome;
end
$$;

ALTER FUNCTION public.fail_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer, p_error_code text, p_trace text) OWNER TO postwright_owner;

CREATE FUNCTION public.finalize_session(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_api_key uuid, p_session uuid, p_job_post uuid, p_version integer, p_content text, p_content_hash text, OUT job_post_id uuid, OUT is_new boolean) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
    v_job_post record;
begin
    select * into v_job_post
      from publish_post(p_now, p_organization, p_livemode, p_api_key, p_session, p_job_post, p_version, p_content,
                        p_content_hash);
    if v_job_post.is_new then
        perform append_events(p_now, p_organization, p_livemode, p_session, json_build_array(v_job_post.event)::text);
    end if;
    update session
       set is_complete = true, shown_hash = p_content_hash, revision = v_job_post.revision, updated_at = app_clock_now(),
           stored_bytes = stored_bytes + case when v_job_post.is_new then octet_length(p_content) else 0 end
     where organization_id = p_organization and id = p_session;
    job_post_id := v_job_post.job_post_id;
    is_new := v_job_post.is_new;
end
$$;

ALTER FUNCTION public.finalize_session(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_api_key uuid, p_session uuid, p_job_post uuid, p_version integer, p_content text, p_content_hash text, OUT job_post_id uuid, OUT is_new boolean) OWNER TO postwright_owner;

CREATE FUNCTION public.find_idempotency_key(p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_operation text, p_key text, OUT fingerprint bytea, OUT preference text, OUT session_id uuid, OUT turn_id uuid, OUT status integer, OUT headers json, OUT body text) RETURNS record
    LANGUAGE plpgsql STABLE
    AS $$
begin
    select k.fingerprint, k.preference, k.session_id, k.turn_id, k.status, k.headers, k.body
      into fingerprint, preference, session_id, turn_id, status, headers, body
      from idempotency_key k
     where k.organization_id = p_organization and k.livemode = p_livemode
       and k.user_id = coalesce(p_user, '00000000-0000-0000-0000-000000000000')
       and k.api_key_id = coalesce(p_api_key, '00000000-0000-0000-0000-000000000000')
       and k.operation = p_operation and k.key = p_key;
end
$$;

ALTER FUNCTION public.find_idempotency_key(p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_operation text, p_key text, OUT fingerprint bytea, OUT preference text, OUT session_id uuid, OUT turn_id uuid, OUT status integer, OUT headers json, OUT body text) OWNER TO postwright_owner;

CREATE FUNCTION public.find_invitation(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_token_hash bytea) RETURNS TABLE(invitation_id uuid, email text, role text, language text, organization_name text, expires_at timestamp with time zone)
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return query
        select i.id, i.email, i.role, i.language, o.name, i.expires_at
          from invitation i join organization o on o.id = i.organization_id
         where i.organization_id = p_organization and i.token_hash = p_token_hash
           and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
           -- Nobody joins an organization that is being deleted.
           and not exists (select from organization_deletion d where d.id = o.id and d.started_at is not null);
end
$$;

ALTER FUNCTION public.find_invitation(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_token_hash bytea) OWNER TO postwright_owner;

CREATE FUNCTION public.first_id_at(p_time timestamp with time zone) RETURNS uuid
    LANGUAGE sql STABLE
    AS $$
        select encode(overlay('\x00000000000070008000000000000000'::bytea
                              placing substring(int8send(floor(extract(epoch from p_time) * 1000)::bigint) from 3)
                              from 1 for 6), 'hex')::uuid
    $$;

ALTER FUNCTION public.first_id_at(p_time timestamp with time zone) OWNER TO postwright_owner;

CREATE FUNCTION public.give_back_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer, p_delay_seconds double precision, p_call_unused boolean, p_max_llm_calls integer, p_events text, p_queue text, p_task text) RETURNS public.finish_outcome
    LANGUAGE plpgsql
    AS $$
declare
    v_events json;
begin
    perform from session s where s.organization_id = p_organization and s.id = p_session for no key update;
    if exists (select from turn t
                where t.organization_id = p_organization and t.session_id = p_session and t.id = p_turn
                  and t.llm_calls - p_call_unused::integer >= p_max_llm_calls) then
        return case fail_turn(p_now, p_organization, p_livemode, p_session, p_turn, p_epoch, 'worker_lost', 'null')
                    when 'committed' then 'failed'::finish_outcome else 'fenced' end;
    end if;
    update turn
       set status = 'queued', lease_until = null, run_after = p_now + make_interval(secs => p_delay_seconds),
           claims = claims - 1, llm_calls = llm_calls - p_call_unused::integer
     where organization_id = p_organization and session_id = p_session and id = p_turn
       and epoch = p_epoch and status = 'running';
    if not found then
        return 'fenced'::finish_outcome;
    end if;
    -- Together, so that they have the same time.
    select json_agg(e.value order by e.place) into v_events
      from (select v.value, v.place from json_array_elements(p_events::json) with ordinality v (value, place)
            union all
            select json_build_object('turn', p_turn, 'type', 'turn.queued',
                                     'data', json_build_object('turn_id', p_turn, 'attempt', p_epoch + 1)),
                   1 + json_array_length(p_events::json)) e;
    perform append_events(p_now, p_organization, p_livemode, p_session, v_events::text);
    perform enqueue_wake_up(p_queue, p_task, p_delay_seconds);
    return 'committed'::finish_outcome;
end
$$;

ALTER FUNCTION public.give_back_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer, p_delay_seconds double precision, p_call_unused boolean, p_max_llm_calls integer, p_events text, p_queue text, p_task text) OWNER TO postwright_owner;

CREATE FUNCTION public.holds_claim(p_organization uuid, p_session uuid, p_turn uuid, p_epoch integer) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return exists (
        select from turn t
         where t.organization_id = p_organization and t.session_id = p_session and t.id = p_turn
           and t.epoch = p_epoch and t.status = 'running');
end
$$;

ALTER FUNCTION public.holds_claim(p_organization uuid, p_session uuid, p_turn uuid, p_epoch integer) OWNER TO postwright_owner;

CREATE FUNCTION public.insert_audit_entry(p_organization uuid, p_action text, p_actor uuid, p_object_type text, p_object uuid, p_before jsonb, p_after jsonb, p_details jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    v_context constant jsonb := nullif(current_setting('app.audit_context', true), '')::jsonb;
    -- A function of cross_tenant may run before a transaction has a mode.
    v_livemode constant boolean := coalesce(nullif(current_setting('app.livemode', true), '')::boolean, true);
    v_is_operator constant boolean := coalesce((v_context ->> 'is_operator')::boolean, false);
    v_user constant uuid := case when not v_is_operator then coalesce((v_context ->> 'user_id')::uuid, p_actor) end;
    v_key constant uuid := (v_context ->> 'api_key_id')::uuid;
    v_kind constant text := case when v_is_operator then 'operator'
                                 when v_key is not null then 'api_key' when v_user is not null then 'person'
                                 when v_context is not null then 'anonymous' else 'system' end;
    -- The id is of the same millisecond, so that lists can select times by ids.
    v_now constant timestamptz := date_trunc('milliseconds', clock_timestamp());
    v_id constant uuid := encode(overlay(uuid_send(new_id()) placing substring(uuid_send(first_id_at(v_now)) from 1 for 6)
                                         from 1 for 6), 'hex')::uuid;
begin
    insert into audit_entry
        (organization_id, id, livemode, occurred_at, action, actor_kind, actor_user_id, actor_api_key_id,
         address, user_agent, request_id, caller_request_id, object_type, object_id, before, after, details)
    values (p_organization, v_id, v_livemode, v_now, p_action, v_kind, v_user, v_key,
            v_context ->> 'address', v_context ->> 'user_agent', (v_context ->> 'request_id')::uuid,
            v_context ->> 'caller_request_id', p_object_type, p_object, p_before, p_after, p_details);
    perform emit_webhook_event(p_organization, v_livemode, 'audit.recorded',
        json_strip_nulls(json_build_object(
            'audit_entry_id', v_id, 'action', p_action, 'actor', v_kind, 'user_id', v_user, 'api_key_id', v_key,
            'object_type', p_object_type, 'object_id', p_object)));
end
$$;

ALTER FUNCTION public.insert_audit_entry(p_organization uuid, p_action text, p_actor uuid, p_object_type text, p_object uuid, p_before jsonb, p_after jsonb, p_details jsonb) OWNER TO postwright_owner;

CREATE FUNCTION public.insert_events(p_created_at timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_first bigint, p_events json) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
    select p_organization, p_session, p_first + e.place - 1, p_livemode,
           (e.value ->> 'turn')::uuid, e.value ->> 'type', e.value -> 'data', p_created_at
      from json_array_elements(p_events) with ordinality as e (value, place);
end
$$;

ALTER FUNCTION public.insert_events(p_created_at timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_first bigint, p_events json) OWNER TO postwright_owner;

CREATE FUNCTION public.insert_task(p_queue text, p_task text, p_key text, p_due timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    insert into apalis.jobs
        (id, job_type, job, status, attempts, max_attempts, run_at, priority, metadata, idempotency_key)
    values (apalis.generate_ulid(), p_queue, convert_to(p_task, 'UTF8'), 'Pending', 0, 1, p_due, 0, ''::hstore, p_key)
    on conflict (job_type, idempotency_key) do nothing;
end
$$;

ALTER FUNCTION public.insert_task(p_queue text, p_task text, p_key text, p_due timestamp with time zone) OWNER TO postwright_owner;

CREATE FUNCTION public.is_audited_enough(p_organization uuid, p_action text, p_object uuid, p_actor uuid, p_api_key uuid, p_hourly integer) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
        select count(*) >= p_hourly from (
            select from audit_entry e
             where e.organization_id = p_organization and e.action = p_action
               and e.id >= first_id_at(clock_timestamp() - interval '1 hour')
               and e.object_id is not distinct from p_object
               and e.actor_user_id is not distinct from p_actor
               and e.actor_api_key_id is not distinct from p_api_key
             limit p_hourly) recent
    $$;

ALTER FUNCTION public.is_audited_enough(p_organization uuid, p_action text, p_object uuid, p_actor uuid, p_api_key uuid, p_hourly integer) OWNER TO postwright_owner;

CREATE FUNCTION public.keep_audit_entry() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    v_personal constant text[] := array['address', 'user_agent', 'caller_request_id', 'before', 'after', 'details'];
begin
    if tg_op = 'DELETE' and current_user = 'postwright_system' then
        return old;
    end if;
    if tg_op = 'UPDATE' and current_user = 'postwright_system'
       and to_jsonb(new) - v_personal = to_jsonb(old) - v_personal then
        return new;
    end if;
    raise exception 'entries of the audit log cannot be changed or deleted' using errcode = 'insufficient_privilege';
end
$$;

ALTER FUNCTION public.keep_audit_entry() OWNER TO postwright_owner;

CREATE FUNCTION public.list_turns_to_fork(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_last uuid) RETURNS TABLE(id uuid, finished_at timestamp with time zone, is_copied boolean, bytes bigint)
    LANGUAGE sql STABLE
    AS $$
        select t.id, t.finished_at, t.finished_at is not null and t.status <> 'cancelled', coalesce(texts.bytes, 0)
          from turn t
          left join (select m.turn_id, sum(octet_length(m.text))::bigint as bytes
                       from message m
                      where m.organization_id = p_organization and m.session_id = p_session
                      group by m.turn_id) texts on texts.turn_id = t.id
         where t.organization_id = p_organization and t.session_id = p_session
           and (p_last is null
                or t.sequence <= (select l.sequence from turn l
                                   where l.organization_id = p_organization and l.session_id = p_session and l.id = p_last))
         order by t.sequence
    $$;

ALTER FUNCTION public.list_turns_to_fork(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_last uuid) OWNER TO postwright_owner;

CREATE FUNCTION public.load_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer, p_max_messages integer) RETURNS TABLE(turn_sequence integer, accepted_at timestamp with time zone, message_turns uuid[], message_roles text[], message_texts text[], message_times timestamp with time zone[], organization_id uuid, id uuid, livemode boolean, user_id uuid, api_key_id uuid, company_name text, draft jsonb, version integer, is_complete boolean, shown_hash text, revision integer, next_sequence integer, next_event bigint, message_count integer, locale text, forked_from uuid, created_at timestamp with time zone, updated_at timestamp with time zone, expires_at timestamp with time zone, expiry_noticed boolean, required_fields text[], blocking_rules text[], writing json, currency text, session_retention_days integer, now timestamp with time zone)
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return query
        select t.sequence, t.created_at, earlier.turns, earlier.roles, earlier.texts, earlier.times,
               s.organization_id, s.id, s.livemode, s.user_id, s.api_key_id, s.company_name, s.draft,
               s.version, s.is_complete, s.shown_hash, s.revision, s.next_sequence, s.next_event,
               s.message_count, s.locale, s.forked_from, s.created_at, s.updated_at,
               s.expires_at, s.expiry_noticed, o.required_fields, o.blocking_rules, o.writing::json,
               o.currency, o.session_retention_days, p_now
          from turn t
          join organization o on o.id = t.organization_id
          left join session s on s.organization_id = p_organization and s.id = p_session and s.expires_at > p_now
          cross join lateral (
               select array_agg(coalesce(l.turn_id, '00000000-0000-0000-0000-000000000000')), array_agg(l.role),
                      array_agg(l.text), array_agg(l.created_at)
                 from (select m.turn_id, m.role, m.text, m.created_at from message m
                        where m.organization_id = p_organization and m.session_id = p_session and m.sequence <= t.sequence
                          and not m.is_hidden
                        order by m.sequence desc, m.role limit p_max_messages) l
               ) earlier (turns, roles, texts, times)
         where t.organization_id = p_organization and t.session_id = p_session and t.id = p_turn
           and t.epoch = p_epoch and t.status = 'running';
end
$$;

ALTER FUNCTION public.load_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer, p_max_messages integer) OWNER TO postwright_owner;

CREATE FUNCTION public.load_turns(p_organizations uuid[], p_livemodes boolean[], p_sessions uuid[], p_turns uuid[], p_epochs integer[], p_max_messages integer, p_max_bytes bigint) RETURNS TABLE(place integer, turn_sequence integer, accepted_at timestamp with time zone, message_turns uuid[], message_roles text[], message_texts text[], message_times timestamp with time zone[], organization_id uuid, id uuid, livemode boolean, user_id uuid, api_key_id uuid, company_name text, draft jsonb, version integer, is_complete boolean, shown_hash text, revision integer, next_sequence integer, next_event bigint, message_count integer, locale text, forked_from uuid, created_at timestamp with time zone, updated_at timestamp with time zone, expires_at timestamp with time zone, expiry_noticed boolean, required_fields text[], blocking_rules text[], writing json, currency text, session_retention_days integer, now timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
    v_group record;
    v_now timestamptz;
    v_first integer;
    v_last integer;
    v_sessions uuid[];
    v_turns uuid[];
begin
    for v_group in
        select g.organization_id, g.livemode, min(g.place)::integer as first, max(g.place)::integer as last
          from unnest(p_organizations, p_livemodes) with ordinality as g (organization_id, livemode, place)
         group by g.organization_id, g.livemode
         order by g.organization_id, g.livemode
    loop
        v_first := v_group.first;
        v_last := v_group.last;
        v_sessions := p_sessions[v_first:v_last];
        v_turns := p_turns[v_first:v_last];
        select b.now into v_now
          from begin_tenant_transaction(
                   p_organization => v_group.organization_id, p_livemode => v_group.livemode, p_user => null, p_login => null,
                   p_role => null, p_not_before => null, p_expires_at => null, p_api_key => null, p_scopes => null,
                   p_enrolling => false, p_audit_context => null) b;
        -- The limit, the keys as conditions and the one expression are as in complete_turns.
        return query
            select v_first - 1 + a.place::integer, t.sequence, t.created_at,
                   earlier.turns, earlier.roles, earlier.texts, earlier.times,
                   s.organization_id, s.id, s.livemode, s.user_id, s.api_key_id, s.company_name, s.draft,
                   s.version, s.is_complete, s.shown_hash, s.revision, s.next_sequence, s.next_event,
                   s.message_count, s.locale, s.forked_from, s.created_at, s.updated_at,
                   s.expires_at, s.expiry_noticed, o.required_fields, o.blocking_rules, o.writing::json,
                   o.currency, o.session_retention_days, v_now
              from organization o
             cross join (select *
                           from unnest(v_sessions, v_turns, p_epochs[v_first:v_last])
                                with ordinality as a (session_id, turn_id, epoch, place)
                          limit cardinality(p_turns)) a
              join session s on s.organization_id = v_group.organization_id and s.id = a.session_id
                            and s.id = any (v_sessions)
              join turn t on t.organization_id = v_group.organization_id and t.id = a.turn_id and t.id = any (v_turns)
             cross join lateral (
                   select array_agg(coalesce(l.turn_id, '00000000-0000-0000-0000-000000000000')), array_agg(l.role),
                          array_agg(l.text), array_agg(l.created_at)
                     from (select m.turn_id, m.role, m.text, m.created_at from message m
                            where m.organization_id = v_group.organization_id and m.session_id = a.session_id
                              and m.sequence <= t.sequence and not m.is_hidden
                            order by m.sequence desc, m.role limit p_max_messages) l
                   ) earlier (turns, roles, texts, times)
             where o.id = v_group.organization_id and s.expires_at > v_now and s.stored_bytes <= p_max_bytes
               and (t.session_id = a.session_id and t.epoch = a.epoch and t.status = 'running') is true;
    end loop;
end
$$;

ALTER FUNCTION public.load_turns(p_organizations uuid[], p_livemodes boolean[], p_sessions uuid[], p_turns uuid[], p_epochs integer[], p_max_messages integer, p_max_bytes bigint) OWNER TO postwright_owner;

CREATE FUNCTION public.measure_usage(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, OUT sessions bigint, OUT session_turns bigint, OUT session_versions bigint, OUT session_bytes bigint, OUT session_forks bigint, OUT fork_bytes bigint, OUT api_keys bigint, OUT webhook_endpoints bigint) RETURNS record
    LANGUAGE sql STABLE
    AS $$
        with newest as materialized (
            select s.next_sequence, s.version, s.stored_bytes, s.forked_from
              from session s
             where s.organization_id = p_organization and s.livemode = p_livemode and not s.expiry_noticed
             order by s.id desc
             limit 20000
        )
        select count_sessions(p_now, p_organization, p_livemode),
               coalesce((select max(n.next_sequence) - 1 from newest n), 0)::bigint,
               coalesce((select max(n.version) from newest n), 0)::bigint,
               coalesce((select max(n.stored_bytes) from newest n), 0),
               coalesce((select max(f.forks)
                           from (select count(*) as forks from newest n
                                  where n.forked_from is not null
                                  group by n.forked_from) f), 0),
               count_fork_bytes(p_now, p_organization, p_livemode),
               (select count(*) from api_key k where k.organization_id = p_organization and k.revoked_at is null),
               (select count(*) from webhook_endpoint e
                 where e.organization_id = p_organization and e.livemode = p_livemode)
    $$;

ALTER FUNCTION public.measure_usage(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, OUT sessions bigint, OUT session_turns bigint, OUT session_versions bigint, OUT session_bytes bigint, OUT session_forks bigint, OUT fork_bytes bigint, OUT api_keys bigint, OUT webhook_endpoints bigint) OWNER TO postwright_owner;

CREATE FUNCTION public.name_audit_action(p_object text, p_operation text, p_changed text[]) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
        select p_object || '.' || case
            when p_object = 'organization_deletion' then case p_operation
                when 'INSERT' then 'requested' else 'cancelled' end
            when p_object = 'member' then case p_operation
                when 'INSERT' then 'added' when 'UPDATE' then 'role_changed' else 'removed' end
            when p_object = 'login' then case p_operation when 'INSERT' then 'began' else 'ended' end
            when p_object = 'api_key' and p_operation = 'UPDATE' and 'revoked_at' = any (p_changed) then 'revoked'
            when p_object = 'invitation' and p_operation = 'UPDATE' and 'accepted_at' = any (p_changed) then 'accepted'
            when p_object = 'invitation' and p_operation = 'UPDATE' and 'revoked_at' = any (p_changed) then 'revoked'
            when p_object = 'invitation' and p_operation = 'UPDATE' then 'resent'
            when p_object = 'email_domain' and p_operation = 'UPDATE' and 'verified_at' = any (p_changed) then 'verified'
            when p_object = 'external_identity' then 'linked'
            when p_object = 'webhook_endpoint' and p_operation = 'UPDATE' and 'secret' = any (p_changed) then 'secret_rotated'
            else case p_operation when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'deleted' end
            end
    $$;

ALTER FUNCTION public.name_audit_action(p_object text, p_operation text, p_changed text[]) OWNER TO postwright_owner;

CREATE FUNCTION public.new_id() RETURNS uuid
    LANGUAGE sql
    AS $$
        select encode(set_bit(set_bit(
                   overlay(uuid_send(gen_random_uuid())
                           placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                           from 1 for 6),
                   52, 1), 53, 1), 'hex')::uuid
    $$;

ALTER FUNCTION public.new_id() OWNER TO postwright_owner;

CREATE FUNCTION public.next_fold_bytes(p_before integer, p_changes text, p_draft text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$
        select case when p_before + octet_length(p_changes) > 2 * octet_length(p_draft) then octet_length(p_draft)
                    else p_before + octet_length(p_changes) end
    $$;

ALTER FUNCTION public.next_fold_bytes(p_before integer, p_changes text, p_draft text) OWNER TO postwright_owner;

CREATE FUNCTION public.next_revision(p_organization uuid, p_session uuid) RETURNS integer
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return greatest(
        1 + (select max(p.revision) from job_post p where p.organization_id = p_organization and p.session_id = p_session),
        (select case when s.is_complete then s.revision + 1 else s.revision end
           from session s where s.organization_id = p_organization and s.id = p_session));
end
$$;

ALTER FUNCTION public.next_revision(p_organization uuid, p_session uuid) OWNER TO postwright_owner;

CREATE FUNCTION public.promote_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    v_turn uuid;
begin
    select t.id into v_turn from turn t
     where t.organization_id = p_organization and t.session_id = p_session and t.status in ('queued', 'running')
     order by t.sequence limit 1;
    if found then
        -- With the session, this reads one row, and not every unfinished turn of the organization.
        update turn set is_head = true
         where organization_id = p_organization and session_id = p_session and id = v_turn
           and status = 'queued' and not is_head;
    end if;
end
$$;

ALTER FUNCTION public.promote_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid) OWNER TO postwright_owner;

CREATE FUNCTION public.publish_post(p_moment timestamp with time zone, p_organization uuid, p_livemode boolean, p_api_key uuid, p_session uuid, p_job_post uuid, p_version integer, p_content text, p_content_hash text, OUT job_post_id uuid, OUT revision integer, OUT is_new boolean, OUT event json) RETURNS record
    LANGUAGE plpgsql
    AS $$
begin
    select p.id, p.revision into job_post_id, revision
      from job_post p
     where p.organization_id = p_organization and p.session_id = p_session and p.content_hash = p_content_hash;
    is_new := not found;
    if is_new then
        insert into job_post as p
            (organization_id, id, livemode, session_id, user_id, api_key_id, revision, company_name, content, content_hash,
             version, created_at)
        select p_organization, p_job_post, p_livemode, s.id, s.user_id, p_api_key, next_revision(p_organization, s.id),
               s.company_name, p_content::jsonb, p_content_hash, p_version, p_moment
          from session s where s.organization_id = p_organization and s.id = p_session
        returning p.id, p.revision into job_post_id, revision;
        event := json_build_object('type', 'job_post.finalized', 'data',
                                   json_build_object('job_post_id', job_post_id, 'revision', revision));
        perform enqueue_publication(p_moment, p_organization, p_livemode, job_post_id, p_session);
    end if;
end
$$;

ALTER FUNCTION public.publish_post(p_moment timestamp with time zone, p_organization uuid, p_livemode boolean, p_api_key uuid, p_session uuid, p_job_post uuid, p_version integer, p_content text, p_content_hash text, OUT job_post_id uuid, OUT revision integer, OUT is_new boolean, OUT event json) OWNER TO postwright_owner;

CREATE FUNCTION public.read_events(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_sees_all boolean, p_session uuid, p_after bigint, p_limit integer) RETURNS TABLE(sequence bigint, kind text, turn_id uuid, data json, created_at timestamp with time zone)
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return query
        select later.sequence, later.type, later.turn_id, later.data, later.created_at
          from session s join organization o on o.id = s.organization_id left join lateral (
               select e.sequence, e.type, e.turn_id, e.data, e.created_at from event e
                where e.organization_id = s.organization_id and e.session_id = s.id and e.sequence > p_after
                order by e.sequence limit p_limit) later on true
         where s.organization_id = p_organization and s.id = p_session
           and s.expires_at + make_interval(days => o.session_retention_days) > p_now
           and (p_sees_all or s.user_id = p_user);
end
$$;

ALTER FUNCTION public.read_events(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_sees_all boolean, p_session uuid, p_after bigint, p_limit integer) OWNER TO postwright_owner;

CREATE FUNCTION public.read_log(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_version integer) RETURNS TABLE(version integer, kind text, turn_id uuid, restored_version integer, created_at timestamp with time zone, snapshot json, changes json)
    LANGUAGE plpgsql STABLE
    AS $$
declare
    v_first integer;
begin
    select c.version into v_first
      from draft_change c
     where c.organization_id = p_organization and c.session_id = p_session and c.version <= p_version
       and c.snapshot is not null
     order by c.version desc
     limit 1;
    return query
        select c.version, c.kind, c.turn_id, c.restored_version, c.created_at, c.snapshot::json,
               case when c.snapshot is null then c.changes::json end
          from draft_change c
         where c.organization_id = p_organization and c.session_id = p_session
           and c.version between coalesce(v_first, 1) and p_version
         order by c.version;
end
$$;

ALTER FUNCTION public.read_log(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, p_version integer) OWNER TO postwright_owner;

CREATE FUNCTION public.read_session(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_sees_all boolean, p_session uuid) RETURNS TABLE(organization_id uuid, id uuid, livemode boolean, user_id uuid, api_key_id uuid, company_name text, draft jsonb, version integer, is_complete boolean, shown_hash text, revision integer, next_sequence integer, next_event bigint, message_count integer, locale text, forked_from uuid, created_at timestamp with time zone, updated_at timestamp with time zone, expires_at timestamp with time zone, expiry_noticed boolean, required_fields text[], blocking_rules text[], writing json, currency text, session_retention_days integer, now timestamp with time zone)
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return query
        select s.organization_id, s.id, s.livemode, s.user_id, s.api_key_id, s.company_name, s.draft,
               s.version, s.is_complete, s.shown_hash, s.revision, s.next_sequence, s.next_event,
               s.message_count, s.locale, s.forked_from, s.created_at, s.updated_at,
               s.expires_at, s.expiry_noticed, o.required_fields, o.blocking_rules, o.writing::json,
               o.currency, o.session_retention_days, p_now
          from session s join organization o on o.id = s.organization_id
         where s.organization_id = p_organization and s.id = p_session
           and s.expires_at + make_interval(days => o.session_retention_days) > p_now
           and (p_sees_all or s.user_id = p_user);
end
$$;

ALTER FUNCTION public.read_session(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_sees_all boolean, p_session uuid) OWNER TO postwright_owner;

CREATE FUNCTION public.read_sessions(p_organizations uuid[], p_livemodes boolean[], p_users uuid[], p_logins uuid[], p_roles text[], p_not_before timestamp with time zone[], p_expires_at timestamp with time zone[], p_api_keys uuid[], p_scopes text[], p_sees_all boolean[], p_sessions uuid[]) RETURNS TABLE(place integer, organization_id uuid, id uuid, livemode boolean, user_id uuid, api_key_id uuid, company_name text, draft jsonb, version integer, is_complete boolean, shown_hash text, revision integer, next_sequence integer, next_event bigint, message_count integer, locale text, forked_from uuid, created_at timestamp with time zone, updated_at timestamp with time zone, expires_at timestamp with time zone, expiry_noticed boolean, required_fields text[], blocking_rules text[], writing json, currency text, session_retention_days integer, now timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
    v_group record;
    v_now timestamptz;
    v_admitted bigint[];
    v_first integer;
    v_last integer;
    v_sessions uuid[];
begin
    for v_group in
        select g.organization_id, g.livemode, min(g.place)::integer as first, max(g.place)::integer as last
          from unnest(p_organizations, p_livemodes) with ordinality as g (organization_id, livemode, place)
         group by g.organization_id, g.livemode
         order by g.organization_id, g.livemode
    loop
        v_first := v_group.first;
        v_last := v_group.last;
        v_sessions := p_sessions[v_first:v_last];
        -- Each caller once. The scope that this sets is the same for all of them: the organization and the mode.
        select max(b.now), array_agg(admitted.place) into v_now, v_admitted
          from (select c.user_id, c.login_id, c.role, c.not_before, c.expires_at, c.api_key_id, c.scopes,
                       array_agg(c.place) as places
                  from unnest(p_users[v_first:v_last], p_logins[v_first:v_last], p_roles[v_first:v_last],
                              p_not_before[v_first:v_last], p_expires_at[v_first:v_last], p_api_keys[v_first:v_last],
                              p_scopes[v_first:v_last])
                       with ordinality as c (user_id, login_id, role, not_before, expires_at, api_key_id, scopes, place)
                 group by c.user_id, c.login_id, c.role, c.not_before, c.expires_at, c.api_key_id, c.scopes) caller
          cross join lateral begin_tenant_transaction(
                   p_organization => v_group.organization_id, p_livemode => v_group.livemode, p_user => caller.user_id,
                   p_login => caller.login_id, p_role => caller.role, p_not_before => caller.not_before,
                   p_expires_at => caller.expires_at, p_api_key => caller.api_key_id, p_scopes => caller.scopes,
                   p_enrolling => false, p_audit_context => null) b
          cross join lateral unnest(caller.places) as admitted (place)
         where b.credential = 'valid';
        continue when v_admitted is null;
        -- The limit excludes nothing: with one, the planner expects few rows and reads sessions by their keys. The keys are
        -- conditions, too, as in complete_turns.
        return query
            select v_first - 1 + a.place::integer, s.organization_id, s.id, s.livemode, s.user_id, s.api_key_id,
                   s.company_name, s.draft, s.version, s.is_complete, s.shown_hash, s.revision, s.next_sequence, s.next_event,
                   s.message_count, s.locale, s.forked_from, s.created_at, s.updated_at, s.expires_at, s.expiry_noticed,
                   o.required_fields, o.blocking_rules, o.writing::json, o.currency, o.session_retention_days, v_now
              from organization o
             cross join (select *
                           from unnest(v_sessions, p_users[v_first:v_last], p_sees_all[v_first:v_last])
                                with ordinality as a (session_id, user_id, sees_all, place)
                          limit cardinality(p_sessions)) a
              join session s on s.organization_id = v_group.organization_id and s.id = a.session_id
                            and s.id = any (v_sessions)
             where o.id = v_group.organization_id and a.place = any (v_admitted)
               and s.expires_at + make_interval(days => o.session_retention_days) > v_now
               and (a.sees_all or s.user_id = a.user_id);
    end loop;
end
$$;

ALTER FUNCTION public.read_sessions(p_organizations uuid[], p_livemodes boolean[], p_users uuid[], p_logins uuid[], p_roles text[], p_not_before timestamp with time zone[], p_expires_at timestamp with time zone[], p_api_keys uuid[], p_scopes text[], p_sees_all boolean[], p_sessions uuid[]) OWNER TO postwright_owner;

CREATE FUNCTION public.read_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_sees_all boolean, p_session uuid, p_turn uuid) RETURNS TABLE(id uuid, session_id uuid, sequence integer, status text, message text, reply text, error_code text, retry_of uuid, api_key_id uuid, created_at timestamp with time zone, started_at timestamp with time zone, finished_at timestamp with time zone)
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return query
        select t.id, t.session_id, t.sequence, t.status,
               coalesce((select m.text from message m
                          where m.organization_id = p_organization and m.session_id = p_session
                            and m.sequence = t.sequence and m.role = 'user'), ''),
               (select m.text from message m
                 where m.organization_id = p_organization and m.session_id = p_session
                   and m.sequence = t.sequence and m.role = 'assistant'),
               t.error_code, t.retry_of, t.api_key_id, t.created_at, t.started_at, t.finished_at
          from session s
          join organization o on o.id = s.organization_id
          join turn t on t.organization_id = s.organization_id and t.session_id = s.id
         where s.organization_id = p_organization and s.id = p_session
           and s.expires_at + make_interval(days => o.session_retention_days) > p_now
           and (p_sees_all or s.user_id = p_user) and t.id = p_turn;
end
$$;

ALTER FUNCTION public.read_turn(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_sees_all boolean, p_session uuid, p_turn uuid) OWNER TO postwright_owner;

CREATE FUNCTION public.read_turns(p_organizations uuid[], p_livemodes boolean[], p_users uuid[], p_logins uuid[], p_roles text[], p_not_before timestamp with time zone[], p_expires_at timestamp with time zone[], p_api_keys uuid[], p_scopes text[], p_sees_all boolean[], p_sessions uuid[], p_turns uuid[]) RETURNS TABLE(place integer, id uuid, session_id uuid, sequence integer, status text, message text, reply text, error_code text, retry_of uuid, api_key_id uuid, created_at timestamp with time zone, started_at timestamp with time zone, finished_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
    v_group record;
    v_now timestamptz;
    v_admitted bigint[];
    v_first integer;
    v_last integer;
    v_sessions uuid[];
    v_turns uuid[];
begin
    for v_group in
        select g.organization_id, g.livemode, min(g.place)::integer as first, max(g.place)::integer as last
          from unnest(p_organizations, p_livemodes) with ordinality as g (organization_id, livemode, place)
         group by g.organization_id, g.livemode
         order by g.organization_id, g.livemode
    loop
        v_first := v_group.first;
        v_last := v_group.last;
        v_sessions := p_sessions[v_first:v_last];
        v_turns := p_turns[v_first:v_last];
        -- As in read_sessions. Most callers are Postwright itself, which completes a request that waits for its turn.
        select max(b.now), array_agg(admitted.place) into v_now, v_admitted
          from (select c.user_id, c.login_id, c.role, c.not_before, c.expires_at, c.api_key_id, c.scopes,
                       array_agg(c.place) as places
                  from unnest(p_users[v_first:v_last], p_logins[v_first:v_last], p_roles[v_first:v_last],
                              p_not_before[v_first:v_last], p_expires_at[v_first:v_last], p_api_keys[v_first:v_last],
                              p_scopes[v_first:v_last])
                       with ordinality as c (user_id, login_id, role, not_before, expires_at, api_key_id, scopes, place)
                 group by c.user_id, c.login_id, c.role, c.not_before, c.expires_at, c.api_key_id, c.scopes) caller
          cross join lateral begin_tenant_transaction(
                   p_organization => v_group.organization_id, p_livemode => v_group.livemode, p_user => caller.user_id,
                   p_login => caller.login_id, p_role => caller.role, p_not_before => caller.not_before,
                   p_expires_at => caller.expires_at, p_api_key => caller.api_key_id, p_scopes => caller.scopes,
                   p_enrolling => false, p_audit_context => null) b
          cross join lateral unnest(caller.places) as admitted (place)
         where b.credential in ('valid', 'system');
        continue when v_admitted is null;
        -- The limit, the keys as conditions and the one expression are as in complete_turns.
        return query
            select v_first - 1 + a.place::integer, t.id, t.session_id, t.sequence, t.status,
                   coalesce((select m.text from message m
                              where m.organization_id = v_group.organization_id and m.session_id = a.session_id
                                and m.sequence = t.sequence and m.role = 'user'), ''),
                   (select m.text from message m
                     where m.organization_id = v_group.organization_id and m.session_id = a.session_id
                       and m.sequence = t.sequence and m.role = 'assistant'),
                   t.error_code, t.retry_of, t.api_key_id, t.created_at, t.started_at, t.finished_at
              from organization o
             cross join (select *
                           from unnest(v_sessions, v_turns, p_users[v_first:v_last],
                                       p_sees_all[v_first:v_last])
                                with ordinality as a (session_id, turn_id, user_id, sees_all, place)
                          limit cardinality(p_turns)) a
              join session s on s.organization_id = v_group.organization_id and s.id = a.session_id
                            and s.id = any (v_sessions)
              join turn t on t.organization_id = v_group.organization_id and t.id = a.turn_id and t.id = any (v_turns)
             where o.id = v_group.organization_id and a.place = any (v_admitted)
               and s.expires_at + make_interval(days => o.session_retention_days) > v_now
               and (a.sees_all or s.user_id = a.user_id) and (t.session_id = a.session_id) is true;
    end loop;
end
$$;

ALTER FUNCTION public.read_turns(p_organizations uuid[], p_livemodes boolean[], p_users uuid[], p_logins uuid[], p_roles text[], p_not_before timestamp with time zone[], p_expires_at timestamp with time zone[], p_api_keys uuid[], p_scopes text[], p_sees_all boolean[], p_sessions uuid[], p_turns uuid[]) OWNER TO postwright_owner;

CREATE FUNCTION public.record_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    v_object constant text := tg_argv[0];
    v_redacted constant text[] := string_to_array(tg_argv[3], ' ');
    v_old jsonb;
    v_new jsonb;
    v_row jsonb;
    v_changed text[];
begin
    if tg_op <> 'INSERT' then v_old := to_jsonb(old); end if;
    if tg_op <> 'DELETE' then v_new := to_jsonb(new); end if;
    v_row := coalesce(v_new, v_old);
    v_changed := array(select c from unnest(string_to_array(tg_argv[2], ' ') || v_redacted) c
                        where (v_old ->> c) is distinct from (v_new ->> c));
    -- A secret that changes alone was only sealed with another key.
    if tg_op <> 'UPDATE' or v_changed <> '{}' and v_old - v_redacted <> v_new - v_redacted then
        perform insert_audit_entry(
            coalesce(v_row ->> 'organization_id', v_row ->> 'id')::uuid,
            name_audit_action(v_object, tg_op, v_changed),
            -- A login begins before its person is known as the caller.
            case when v_object = 'login' and tg_op = 'INSERT' then (v_row ->> 'user_id')::uuid end,
            v_object, (v_row ->> tg_argv[1])::uuid,
            audited_values(v_old, v_changed, v_redacted), audited_values(v_new, v_changed, v_redacted), null);
    end if;
    return null;
end
$$;

ALTER FUNCTION public.record_change() OWNER TO postwright_owner;

CREATE FUNCTION public.reopen_session(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, OUT updated_at timestamp with time zone, OUT expires_at timestamp with time zone) RETURNS record
    LANGUAGE sql
    AS $$
        update session s
           set updated_at = app_clock_now(), expiry_noticed = false,
               expires_at = app_clock_now() + make_interval(secs => o.session_lifetime_seconds)
          from organization o
         where o.id = p_organization and s.organization_id = p_organization and s.id = p_session
        returning s.updated_at, s.expires_at
    $$;

ALTER FUNCTION public.reopen_session(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_session uuid, OUT updated_at timestamp with time zone, OUT expires_at timestamp with time zone) OWNER TO postwright_owner;

CREATE FUNCTION public.store_response(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_operation text, p_key text, p_status integer, p_headers text, p_body text, p_session uuid) RETURNS TABLE(fingerprint bytea, preference text, session_id uuid, turn_id uuid, status integer, headers json, body text)
    LANGUAGE plpgsql
    AS $$
begin
    return query
        update idempotency_key k
           set status = p_status, headers = p_headers::json, body = p_body,
               session_id = coalesce(p_session, k.session_id)
         where k.organization_id = p_organization and k.livemode = p_livemode
           and k.user_id = coalesce(p_user, '00000000-0000-0000-0000-000000000000')
           and k.api_key_id = coalesce(p_api_key, '00000000-0000-0000-0000-000000000000')
           and k.operation = p_operation and k.key = p_key and k.status is null
        returning k.fingerprint, k.preference, k.session_id, k.turn_id, k.status, k.headers, k.body;
    if not found then
        return query
            select k.fingerprint, k.preference, k.session_id, k.turn_id, k.status, k.headers, k.body
              from find_idempotency_key(p_organization, p_livemode, p_user, p_api_key, p_operation, p_key) k
             where k.fingerprint is not null;
    end if;
end
$$;

ALTER FUNCTION public.store_response(p_now timestamp with time zone, p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_operation text, p_key text, p_status integer, p_headers text, p_body text, p_session uuid) OWNER TO postwright_owner;

CREATE TABLE public.account_erasure (
    user_id uuid NOT NULL,
    organizations uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    due_at timestamp with time zone,
    requested_at timestamp with time zone,
    revokes_keys boolean DEFAULT false NOT NULL
);

ALTER TABLE ONLY public.account_erasure FORCE ROW LEVEL SECURITY;

ALTER TABLE public.account_erasure OWNER TO postwright_owner;

CREATE TABLE public.account_token (
    token_hash bytea NOT NULL,
    purpose text NOT NULL,
    email text NOT NULL,
    user_id uuid,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT account_token_check CHECK (((purpose = 'email_change'::text) = (user_id IS NOT NULL))),
    CONSTRAINT account_token_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
    CONSTRAINT account_token_purpose_check CHECK ((purpose = ANY (ARRAY['sign_up'::text, 'password_reset'::text, 'email_change'::text, 'sign_in'::text, 'invitation'::text, 'domain'::text])))
);

ALTER TABLE ONLY public.account_token FORCE ROW LEVEL SECURITY;

ALTER TABLE public.account_token OWNER TO postwright_owner;

CREATE TABLE public.api_key (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    livemode boolean NOT NULL,
    name text NOT NULL,
    secret_hash bytea NOT NULL,
    scopes text[] NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoke_reason text,
    CONSTRAINT api_key_check CHECK (((revoked_at IS NULL) = (revoke_reason IS NULL))),
    CONSTRAINT api_key_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT api_key_revoke_reason_check CHECK ((revoke_reason = ANY (ARRAY['revoked'::text, 'creator_left'::text, 'creator_demoted'::text])))
);

ALTER TABLE ONLY public.api_key FORCE ROW LEVEL SECURITY;

ALTER TABLE public.api_key OWNER TO postwright_owner;

CREATE TABLE public.audit_entry (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    livemode boolean NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    action text NOT NULL,
    actor_kind text NOT NULL,
    actor_user_id uuid,
    actor_api_key_id uuid,
    address text,
    user_agent text,
    request_id uuid,
    caller_request_id text,
    object_type text,
    object_id uuid,
    before jsonb,
    after jsonb,
    details jsonb,
    CONSTRAINT audit_entry_action_check CHECK (((length(action) >= 1) AND (length(action) <= 100))),
    CONSTRAINT audit_entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'api_key'::text, 'anonymous'::text, 'system'::text, 'operator'::text]))),
    CONSTRAINT audit_entry_address_check CHECK ((length(address) <= 100)),
    CONSTRAINT audit_entry_caller_request_id_check CHECK ((length(caller_request_id) <= 64)),
    CONSTRAINT audit_entry_object_type_check CHECK ((length(object_type) <= 100)),
    CONSTRAINT audit_entry_user_agent_check CHECK ((length(user_agent) <= 200))
);

ALTER TABLE ONLY public.audit_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_entry OWNER TO postwright_owner;

CREATE TABLE public.clock_offset (
    only_row boolean DEFAULT true NOT NULL,
    ahead_by interval DEFAULT '00:00:00'::interval NOT NULL,
    CONSTRAINT clock_offset_only_row_check CHECK (only_row)
);

ALTER TABLE public.clock_offset OWNER TO postwright_owner;

CREATE TABLE public.delivery (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    livemode boolean NOT NULL,
    kind text NOT NULL,
    target_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    ordering_key uuid,
    status text DEFAULT 'pending'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    epoch integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    lease_until timestamp with time zone,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT delivery_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT delivery_check CHECK (((status = 'pending'::text) = (finished_at IS NULL))),
    CONSTRAINT delivery_kind_check CHECK ((kind = ANY (ARRAY['webhook'::text, 'publication'::text]))),
    CONSTRAINT delivery_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY public.delivery FORCE ROW LEVEL SECURITY;

ALTER TABLE public.delivery OWNER TO postwright_owner;

CREATE TABLE public.delivery_attempt (
    organization_id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    number integer NOT NULL,
    livemode boolean NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    duration_ms integer,
    url text,
    request_headers json,
    request_body text,
    response_status integer,
    response_headers json,
    response_body text,
    error text,
    CONSTRAINT delivery_attempt_duration_ms_check CHECK ((duration_ms >= 0)),
    CONSTRAINT delivery_attempt_number_check CHECK ((number > 0))
);

ALTER TABLE ONLY public.delivery_attempt FORCE ROW LEVEL SECURITY;

ALTER TABLE public.delivery_attempt OWNER TO postwright_owner;

CREATE TABLE public.draft_change (
    organization_id uuid NOT NULL,
    session_id uuid NOT NULL,
    version integer NOT NULL,
    livemode boolean NOT NULL,
    kind text NOT NULL,
    user_id uuid,
    api_key_id uuid,
    turn_id uuid,
    restored_version integer,
    changes jsonb NOT NULL,
    snapshot jsonb,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    CONSTRAINT draft_change_check CHECK (((restored_version >= 0) AND (restored_version < version))),
    CONSTRAINT draft_change_check1 CHECK (((kind = ANY (ARRAY['undo'::text, 'restore'::text])) = (restored_version IS NOT NULL))),
    CONSTRAINT draft_change_check2 CHECK (((kind <> 'turn'::text) OR (turn_id IS NOT NULL))),
    CONSTRAINT draft_change_kind_check CHECK ((kind = ANY (ARRAY['turn'::text, 'edit'::text, 'undo'::text, 'restore'::text, 'fork'::text, 'copy'::text]))),
    CONSTRAINT draft_change_version_check CHECK ((version > 0))
);

ALTER TABLE ONLY public.draft_change FORCE ROW LEVEL SECURITY;

ALTER TABLE public.draft_change OWNER TO postwright_owner;

CREATE TABLE public.email (
    id uuid NOT NULL,
    caused_by uuid NOT NULL,
    kind text NOT NULL,
    to_account boolean NOT NULL,
    counted_as bytea,
    payload bytea,
    status text DEFAULT 'pending'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    epoch integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    error text,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT email_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT email_check CHECK (((status = 'pending'::text) = (finished_at IS NULL))),
    CONSTRAINT email_check1 CHECK (((status = 'pending'::text) = (payload IS NOT NULL))),
    CONSTRAINT email_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.email FORCE ROW LEVEL SECURITY;

ALTER TABLE public.email OWNER TO postwright_owner;

CREATE TABLE public.email_domain (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    domain text NOT NULL,
    recipient text NOT NULL,
    token_hash bytea,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    verified_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    CONSTRAINT email_domain_check CHECK (((verified_at IS NULL) = (token_hash IS NOT NULL))),
    CONSTRAINT email_domain_domain_check CHECK (((length(domain) >= 1) AND (length(domain) <= 253))),
    CONSTRAINT email_domain_recipient_check CHECK ((recipient = ANY (ARRAY['admin'::text, 'administrator'::text, 'hostmaster'::text, 'postmaster'::text, 'webmaster'::text])))
);

ALTER TABLE ONLY public.email_domain FORCE ROW LEVEL SECURITY;

ALTER TABLE public.email_domain OWNER TO postwright_owner;

CREATE TABLE public.event (
    organization_id uuid NOT NULL,
    session_id uuid NOT NULL,
    sequence bigint NOT NULL,
    livemode boolean NOT NULL,
    turn_id uuid,
    type text NOT NULL,
    data json NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    CONSTRAINT event_sequence_check CHECK ((sequence > 0))
);

ALTER TABLE ONLY public.event FORCE ROW LEVEL SECURITY;

ALTER TABLE public.event OWNER TO postwright_owner;

CREATE TABLE public.external_identity (
    organization_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    CONSTRAINT external_identity_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 2048))),
    CONSTRAINT external_identity_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);

ALTER TABLE ONLY public.external_identity FORCE ROW LEVEL SECURITY;

ALTER TABLE public.external_identity OWNER TO postwright_owner;

CREATE TABLE public.idempotency_key (
    organization_id uuid NOT NULL,
    livemode boolean NOT NULL,
    user_id uuid NOT NULL,
    operation text NOT NULL,
    key text NOT NULL,
    api_key_id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    preference text,
    session_id uuid,
    turn_id uuid,
    status integer,
    headers json,
    body text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT idempotency_key_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);

ALTER TABLE ONLY public.idempotency_key FORCE ROW LEVEL SECURITY;

ALTER TABLE public.idempotency_key OWNER TO postwright_owner;

CREATE TABLE public.identity_provider (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    issuer text NOT NULL,
    client_id text NOT NULL,
    client_secret bytea NOT NULL,
    redirect_uris text[] DEFAULT '{}'::text[] NOT NULL,
    just_in_time boolean DEFAULT false NOT NULL,
    default_role text DEFAULT 'member'::text NOT NULL,
    enforced boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    CONSTRAINT identity_provider_client_id_check CHECK (((length(client_id) >= 1) AND (length(client_id) <= 512))),
    CONSTRAINT identity_provider_default_role_check CHECK ((default_role = ANY (ARRAY['member'::text, 'viewer'::text]))),
    CONSTRAINT identity_provider_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 2048)))
);

ALTER TABLE ONLY public.identity_provider FORCE ROW LEVEL SECURITY;

ALTER TABLE public.identity_provider OWNER TO postwright_owner;

CREATE TABLE public.invitation (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    email text NOT NULL,
    role text NOT NULL,
    language text,
    token_hash bytea NOT NULL,
    invited_by uuid,
    emails_sent integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by uuid,
    revoked_at timestamp with time zone,
    CONSTRAINT invitation_check CHECK (((accepted_at IS NULL) OR (revoked_at IS NULL))),
    CONSTRAINT invitation_check1 CHECK (((accepted_at IS NULL) = (accepted_by IS NULL))),
    CONSTRAINT invitation_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
    CONSTRAINT invitation_emails_sent_check CHECK ((emails_sent > 0)),
    CONSTRAINT invitation_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text, 'ar'::text, 'pt'::text, 'it'::text, 'nl'::text, 'pl'::text]))),
    CONSTRAINT invitation_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'viewer'::text])))
);

ALTER TABLE ONLY public.invitation FORCE ROW LEVEL SECURITY;

ALTER TABLE public.invitation OWNER TO postwright_owner;

CREATE TABLE public.job_post (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    livemode boolean NOT NULL,
    session_id uuid NOT NULL,
    user_id uuid,
    api_key_id uuid,
    revision integer NOT NULL,
    company_name text NOT NULL,
    content jsonb NOT NULL,
    content_hash text NOT NULL,
    version integer,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    CONSTRAINT job_post_revision_check CHECK ((revision > 0)),
    CONSTRAINT job_post_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.job_post FORCE ROW LEVEL SECURITY;

ALTER TABLE public.job_post OWNER TO postwright_owner;

CREATE TABLE public.job_post_template (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    livemode boolean NOT NULL,
    name text NOT NULL,
    company_name text,
    content jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    CONSTRAINT job_post_template_company_name_check CHECK (((length(company_name) >= 1) AND (length(company_name) <= 200))),
    CONSTRAINT job_post_template_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.job_post_template FORCE ROW LEVEL SECURITY;

ALTER TABLE public.job_post_template OWNER TO postwright_owner;

CREATE TABLE public.login (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone DEFAULT now() NOT NULL,
    user_agent text,
    address text,
    revoked_at timestamp with time zone,
    authenticated_at timestamp with time zone DEFAULT now() NOT NULL,
    authenticated_by text NOT NULL,
    enrolment_required boolean DEFAULT false NOT NULL,
    moved_to_organization_id uuid,
    moved_to_login_id uuid,
    browser_hash bytea,
    refreshes integer DEFAULT 0 NOT NULL,
    CONSTRAINT login_address_check CHECK ((length(address) <= 64)),
    CONSTRAINT login_authenticated_by_check CHECK ((authenticated_by = ANY (ARRAY['password'::text, 'single_sign_on'::text]))),
    CONSTRAINT login_check CHECK (((moved_to_organization_id IS NULL) = (moved_to_login_id IS NULL))),
    CONSTRAINT login_user_agent_check CHECK ((length(user_agent) <= 256))
);

ALTER TABLE ONLY public.login FORCE ROW LEVEL SECURITY;

ALTER TABLE public.login OWNER TO postwright_owner;

CREATE TABLE public.membership (
    organization_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT membership_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'viewer'::text])))
);

ALTER TABLE ONLY public.membership FORCE ROW LEVEL SECURITY;

ALTER TABLE public.membership OWNER TO postwright_owner;

CREATE TABLE public.message (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    livemode boolean NOT NULL,
    session_id uuid NOT NULL,
    turn_id uuid,
    sequence integer NOT NULL,
    role text NOT NULL,
    text text NOT NULL,
    is_hidden boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    CONSTRAINT message_role_check CHECK ((role = ANY (ARRAY['user'::text, 'assistant'::text])))
);

ALTER TABLE ONLY public.message FORCE ROW LEVEL SECURITY;

ALTER TABLE public.message OWNER TO postwright_owner;

CREATE TABLE public.organization (
    id uuid NOT NULL,
    name text NOT NULL,
    session_lifetime_seconds integer DEFAULT 86400 NOT NULL,
    session_retention_days integer DEFAULT 30 NOT NULL,
    time_zone text DEFAULT 'UTC'::text NOT NULL,
    currency text,
    languages text[] DEFAULT '{}'::text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    turns_at_once integer,
    quotas jsonb DEFAULT '{}'::jsonb NOT NULL,
    suspended_at timestamp with time zone,
    required_fields text[] DEFAULT '{}'::text[] NOT NULL,
    blocking_rules text[] DEFAULT '{}'::text[] NOT NULL,
    writing jsonb DEFAULT '{}'::jsonb NOT NULL,
    ai_disclosure boolean DEFAULT false NOT NULL,
    audit_retention_days integer DEFAULT 365 NOT NULL,
    second_factor_required boolean DEFAULT false NOT NULL,
    CONSTRAINT organization_audit_retention_days_check CHECK (((audit_retention_days >= 30) AND (audit_retention_days <= 3650))),
    CONSTRAINT organization_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT organization_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT organization_session_lifetime_seconds_check CHECK ((session_lifetime_seconds > 0)),
    CONSTRAINT organization_session_retention_days_check CHECK (((session_retention_days >= 0) AND (session_retention_days <= 1096))),
    CONSTRAINT organization_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 64))),
    CONSTRAINT organization_turns_at_once_check CHECK ((turns_at_once > 0))
);

ALTER TABLE ONLY public.organization FORCE ROW LEVEL SECURITY;

ALTER TABLE public.organization OWNER TO postwright_owner;

CREATE TABLE public.organization_deletion (
    id uuid NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    deleted_rows jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT organization_deletion_check CHECK (((finished_at IS NULL) OR (started_at IS NOT NULL)))
);

ALTER TABLE ONLY public.organization_deletion FORCE ROW LEVEL SECURITY;

ALTER TABLE public.organization_deletion OWNER TO postwright_owner;

CREATE TABLE public.pending_sign_in (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    parameters bytea NOT NULL,
    is_fresh boolean NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.pending_sign_in FORCE ROW LEVEL SECURITY;

ALTER TABLE public.pending_sign_in OWNER TO postwright_owner;

CREATE TABLE public.publication (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    livemode boolean NOT NULL,
    job_post_id uuid NOT NULL,
    session_id uuid NOT NULL,
    target_id uuid NOT NULL,
    status text NOT NULL,
    external_id text,
    replaces text,
    replaces_decided_at timestamp with time zone,
    stated_flags text[] DEFAULT '{}'::text[] NOT NULL,
    error_code text,
    error_detail text,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    delivered_at timestamp with time zone,
    CONSTRAINT publication_check CHECK (((status <> 'delivered'::text) OR (delivered_at IS NOT NULL))),
    CONSTRAINT publication_check1 CHECK (((status <> 'failed'::text) OR (error_code IS NOT NULL))),
    CONSTRAINT publication_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.publication FORCE ROW LEVEL SECURITY;

ALTER TABLE public.publication OWNER TO postwright_owner;

CREATE TABLE public.publication_target (
    organization_id uuid NOT NULL,
    livemode boolean NOT NULL,
    id uuid NOT NULL,
    format text NOT NULL,
    url text NOT NULL,
    bearer_token bytea,
    secret bytea,
    previous_secret bytea,
    previous_secret_until timestamp with time zone,
    options jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    CONSTRAINT publication_target_check CHECK (((format = 'signed_json'::text) = (secret IS NOT NULL))),
    CONSTRAINT publication_target_check1 CHECK (((previous_secret IS NULL) = (previous_secret_until IS NULL))),
    CONSTRAINT publication_target_check2 CHECK (((format = 'ai_create'::text) OR (bearer_token IS NULL))),
    CONSTRAINT publication_target_format_check CHECK ((format = ANY (ARRAY['ai_create'::text, 'signed_json'::text])))
);

ALTER TABLE ONLY public.publication_target FORCE ROW LEVEL SECURITY;

ALTER TABLE public.publication_target OWNER TO postwright_owner;

CREATE TABLE public.recovery_code (
    user_id uuid NOT NULL,
    code_hash bytea NOT NULL
);

ALTER TABLE ONLY public.recovery_code FORCE ROW LEVEL SECURITY;

ALTER TABLE public.recovery_code OWNER TO postwright_owner;

CREATE TABLE public.refresh_token (
    organization_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    login_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone,
    successor_hash bytea,
    voided_at timestamp with time zone
);

ALTER TABLE ONLY public.refresh_token FORCE ROW LEVEL SECURITY;

ALTER TABLE public.refresh_token OWNER TO postwright_owner;

CREATE TABLE public.removed_member (
    organization_id uuid NOT NULL,
    user_id uuid NOT NULL,
    removed_at timestamp with time zone DEFAULT public.app_clock() NOT NULL
);

ALTER TABLE ONLY public.removed_member FORCE ROW LEVEL SECURITY;

ALTER TABLE public.removed_member OWNER TO postwright_owner;

CREATE TABLE public.request_log_entry (
    organization_id uuid NOT NULL,
    request_id uuid NOT NULL,
    livemode boolean NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    method text NOT NULL,
    path text NOT NULL,
    operation_id text,
    status integer NOT NULL,
    code text NOT NULL,
    user_id uuid,
    api_key_id uuid,
    CONSTRAINT request_log_entry_code_check CHECK ((length(code) <= 100)),
    CONSTRAINT request_log_entry_method_check CHECK ((length(method) <= 20)),
    CONSTRAINT request_log_entry_operation_id_check CHECK ((length(operation_id) <= 100)),
    CONSTRAINT request_log_entry_path_check CHECK ((length(path) <= 300)),
    CONSTRAINT request_log_entry_status_check CHECK (((status >= 400) AND (status <= 599)))
);

ALTER TABLE ONLY public.request_log_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE public.request_log_entry OWNER TO postwright_owner;

CREATE TABLE public.schema_version (
    only_row boolean DEFAULT true NOT NULL,
    newest_step text NOT NULL,
    functions_digest text NOT NULL,
    CONSTRAINT schema_version_only_row_check CHECK (only_row)
);

ALTER TABLE public.schema_version OWNER TO postwright_owner;

CREATE TABLE public.seaql_migrations (
    version character varying NOT NULL,
    applied_at bigint NOT NULL
);

ALTER TABLE public.seaql_migrations OWNER TO postwright_owner;

CREATE TABLE public.second_factor (
    user_id uuid NOT NULL,
    seed bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint DEFAULT 0 NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    attempted_at timestamp with time zone
);

ALTER TABLE ONLY public.second_factor FORCE ROW LEVEL SECURITY;

ALTER TABLE public.second_factor OWNER TO postwright_owner;

CREATE TABLE public.session (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    livemode boolean NOT NULL,
    user_id uuid,
    api_key_id uuid,
    company_name text NOT NULL,
    draft jsonb NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    is_complete boolean DEFAULT false NOT NULL,
    shown_hash text,
    revision integer DEFAULT 1 NOT NULL,
    next_sequence integer DEFAULT 1 NOT NULL,
    next_event bigint DEFAULT 1 NOT NULL,
    message_count integer DEFAULT 1 NOT NULL,
    stored_bytes bigint DEFAULT 0 NOT NULL,
    fold_bytes integer,
    copied_bytes bigint DEFAULT 0 NOT NULL,
    locale text,
    forked_from uuid,
    expiring_webhook_for timestamp with time zone,
    expiry_noticed boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT session_revision_check CHECK ((revision > 0)),
    CONSTRAINT session_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.session FORCE ROW LEVEL SECURITY;

ALTER TABLE public.session OWNER TO postwright_owner;

CREATE TABLE public.turn (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    livemode boolean NOT NULL,
    session_id uuid NOT NULL,
    user_id uuid,
    api_key_id uuid,
    sequence integer NOT NULL,
    status text DEFAULT 'queued'::text NOT NULL,
    is_head boolean DEFAULT false NOT NULL,
    retry_of uuid,
    epoch integer DEFAULT 0 NOT NULL,
    claims integer DEFAULT 0 NOT NULL,
    llm_calls integer DEFAULT 0 NOT NULL,
    run_after timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    lease_until timestamp with time zone,
    worker text,
    error_code text,
    trace jsonb,
    created_at timestamp with time zone DEFAULT public.app_clock() NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    CONSTRAINT at_most_3_claims CHECK ((claims <= 3)),
    CONSTRAINT at_most_3_llm_calls CHECK ((llm_calls <= 3)),
    CONSTRAINT queued_turn_has_a_call_left CHECK (((status <> 'queued'::text) OR (llm_calls < 3))),
    CONSTRAINT turn_check CHECK (((status = 'running'::text) = (lease_until IS NOT NULL))),
    CONSTRAINT turn_check1 CHECK (((status = ANY (ARRAY['succeeded'::text, 'failed'::text, 'cancelled'::text])) = (finished_at IS NOT NULL))),
    CONSTRAINT turn_check2 CHECK (((status = 'failed'::text) = (error_code IS NOT NULL))),
    CONSTRAINT turn_sequence_check CHECK ((sequence > 0)),
    CONSTRAINT turn_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY public.turn FORCE ROW LEVEL SECURITY;

ALTER TABLE public.turn OWNER TO postwright_owner;

CREATE TABLE public.user_account (
    id uuid NOT NULL,
    email text,
    name text NOT NULL,
    password_hash text,
    language text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT user_account_check CHECK (((erased_at IS NULL) = (email IS NOT NULL))),
    CONSTRAINT user_account_check1 CHECK (((erased_at IS NULL) OR (password_hash IS NULL))),
    CONSTRAINT user_account_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
    CONSTRAINT user_account_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text, 'ar'::text, 'pt'::text, 'it'::text, 'nl'::text, 'pl'::text]))),
    CONSTRAINT user_account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.user_account FORCE ROW LEVEL SECURITY;

ALTER TABLE public.user_account OWNER TO postwright_owner;

CREATE TABLE public.verified_domain (
    domain text NOT NULL,
    verified_by uuid NOT NULL,
    CONSTRAINT verified_domain_domain_check CHECK (((length(domain) >= 1) AND (length(domain) <= 253)))
);

ALTER TABLE ONLY public.verified_domain FORCE ROW LEVEL SECURITY;

ALTER TABLE public.verified_domain OWNER TO postwright_owner;

CREATE TABLE public.webhook_endpoint (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    livemode boolean NOT NULL,
    url text NOT NULL,
    description text,
    event_types text[] DEFAULT '{}'::text[] NOT NULL,
    enabled boolean DEFAULT true NOT NULL,
    disabled_reason text,
    disabled_at timestamp with time zone,
    failing_since timestamp with time zone,
    unverified_since timestamp with time zone DEFAULT public.app_clock(),
    secret bytea NOT NULL,
    previous_secret bytea,
    previous_secret_until timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT webhook_endpoint_check CHECK ((enabled = (disabled_at IS NULL))),
    CONSTRAINT webhook_endpoint_check1 CHECK (((previous_secret IS NULL) = (previous_secret_until IS NULL))),
    CONSTRAINT webhook_endpoint_description_check CHECK ((length(description) <= 500)),
    CONSTRAINT webhook_endpoint_disabled_reason_check CHECK ((disabled_reason = ANY (ARRAY['gone'::text, 'failing'::text]))),
    CONSTRAINT webhook_endpoint_url_check CHECK (((length(url) >= 1) AND (length(url) <= 2000)))
);

ALTER TABLE ONLY public.webhook_endpoint FORCE ROW LEVEL SECURITY;

ALTER TABLE public.webhook_endpoint OWNER TO postwright_owner;

CREATE TABLE public.webhook_event (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    livemode boolean NOT NULL,
    type text NOT NULL,
    data json NOT NULL,
    occurred_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.webhook_event FORCE ROW LEVEL SECURITY;

ALTER TABLE public.webhook_event OWNER TO postwright_owner;

ALTER TABLE ONLY public.account_erasure
    ADD CONSTRAINT account_erasure_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.account_token
    ADD CONSTRAINT account_token_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.clock_offset
    ADD CONSTRAINT clock_offset_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY public.job_post
    ADD CONSTRAINT content_is_published_once UNIQUE (organization_id, session_id, content_hash);

ALTER TABLE ONLY public.delivery_attempt
    ADD CONSTRAINT delivery_attempt_pkey PRIMARY KEY (organization_id, delivery_id, number);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.draft_change
    ADD CONSTRAINT draft_change_pkey PRIMARY KEY (organization_id, session_id, version);

ALTER TABLE ONLY public.email_domain
    ADD CONSTRAINT email_domain_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.email
    ADD CONSTRAINT email_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (organization_id, session_id, sequence);

ALTER TABLE ONLY public.external_identity
    ADD CONSTRAINT external_identity_pkey PRIMARY KEY (organization_id, issuer, subject);

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (organization_id, livemode, user_id, operation, key, api_key_id);

ALTER TABLE ONLY public.identity_provider
    ADD CONSTRAINT identity_provider_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.job_post
    ADD CONSTRAINT job_post_organization_id_session_id_revision_key UNIQUE (organization_id, session_id, revision);

ALTER TABLE ONLY public.job_post
    ADD CONSTRAINT job_post_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.job_post_template
    ADD CONSTRAINT job_post_template_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.login
    ADD CONSTRAINT login_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (organization_id, user_id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.external_identity
    ADD CONSTRAINT one_identity_per_member UNIQUE (organization_id, user_id);

ALTER TABLE ONLY public.identity_provider
    ADD CONSTRAINT one_identity_provider UNIQUE (organization_id);

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT one_publication_per_post_and_target UNIQUE (job_post_id, organization_id, target_id);

ALTER TABLE ONLY public.email_domain
    ADD CONSTRAINT one_row_per_domain UNIQUE (organization_id, domain);

ALTER TABLE ONLY public.publication_target
    ADD CONSTRAINT one_target_per_mode UNIQUE (organization_id, livemode);

ALTER TABLE ONLY public.organization_deletion
    ADD CONSTRAINT organization_deletion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pending_sign_in
    ADD CONSTRAINT pending_sign_in_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.publication_target
    ADD CONSTRAINT publication_target_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (user_id, code_hash);

ALTER TABLE ONLY public.refresh_token
    ADD CONSTRAINT refresh_token_pkey PRIMARY KEY (organization_id, token_hash);

ALTER TABLE ONLY public.removed_member
    ADD CONSTRAINT removed_member_pkey PRIMARY KEY (organization_id, user_id);

ALTER TABLE ONLY public.request_log_entry
    ADD CONSTRAINT request_log_entry_pkey PRIMARY KEY (organization_id, request_id);

ALTER TABLE ONLY public.schema_version
    ADD CONSTRAINT schema_version_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY public.seaql_migrations
    ADD CONSTRAINT seaql_migrations_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.turn
    ADD CONSTRAINT turn_organization_id_session_id_sequence_key UNIQUE (organization_id, session_id, sequence);

ALTER TABLE ONLY public.turn
    ADD CONSTRAINT turn_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.user_account
    ADD CONSTRAINT user_account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.verified_domain
    ADD CONSTRAINT verified_domain_pkey PRIMARY KEY (domain);

ALTER TABLE ONLY public.webhook_endpoint
    ADD CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (organization_id, id);

ALTER TABLE ONLY public.webhook_event
    ADD CONSTRAINT webhook_event_pkey PRIMARY KEY (organization_id, id);

CREATE INDEX account_erasure_due ON public.account_erasure USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX account_token_by_expiry ON public.account_token USING btree (expires_at);

CREATE INDEX account_token_of_email ON public.account_token USING btree (email, purpose, created_at);

CREATE INDEX account_token_of_user ON public.account_token USING btree (user_id) WHERE (user_id IS NOT NULL);

CREATE INDEX api_key_revoked ON public.api_key USING btree (revoked_at) WHERE (revoked_at IS NOT NULL);

CREATE INDEX audit_entry_by_action ON public.audit_entry USING btree (organization_id, action, id);

CREATE INDEX audit_entry_by_object ON public.audit_entry USING btree (organization_id, object_id, id);

CREATE INDEX audit_entry_by_user ON public.audit_entry USING btree (organization_id, actor_user_id, id);

CREATE INDEX delivery_by_age ON public.delivery USING btree (created_at);

CREATE INDEX delivery_by_ordering_key ON public.delivery USING btree (target_id, ordering_key, id) WHERE ((status = 'pending'::text) AND (ordering_key IS NOT NULL));

CREATE INDEX delivery_by_target ON public.delivery USING btree (target_id, id);

CREATE INDEX delivery_due ON public.delivery USING btree (target_id, next_attempt_at) WHERE (status = 'pending'::text);

CREATE INDEX delivery_leased ON public.delivery USING btree (target_id) WHERE ((status = 'pending'::text) AND (lease_until IS NOT NULL));

CREATE INDEX draft_change_of_turn ON public.draft_change USING btree (turn_id);

CREATE INDEX email_by_age ON public.email USING btree (finished_at) WHERE (status <> 'pending'::text);

CREATE INDEX email_counted ON public.email USING btree (counted_as, created_at) WHERE (counted_as IS NOT NULL);

CREATE INDEX email_due ON public.email USING btree (caused_by, kind, to_account, next_attempt_at, id) WHERE (status = 'pending'::text);

CREATE INDEX event_text_by_age ON public.event USING btree (created_at) WHERE (type = ANY (ARRAY['text.delta'::text, 'text.reset'::text]));

CREATE INDEX external_identity_of_user ON public.external_identity USING btree (user_id);

CREATE INDEX idempotency_key_by_age ON public.idempotency_key USING btree (created_at);

CREATE INDEX idempotency_key_of_session ON public.idempotency_key USING btree (session_id);

CREATE INDEX invitation_by_expiry ON public.invitation USING btree (expires_at);

CREATE UNIQUE INDEX invitation_by_token ON public.invitation USING btree (token_hash, organization_id);

CREATE INDEX login_by_expiry ON public.login USING btree (expires_at);

CREATE INDEX login_ended ON public.login USING btree (revoked_at) WHERE ((revoked_at IS NOT NULL) AND (moved_to_login_id IS NULL));

CREATE UNIQUE INDEX login_of_browser ON public.login USING btree (browser_hash, organization_id) WHERE (browser_hash IS NOT NULL);

CREATE INDEX login_of_member ON public.login USING btree (organization_id, user_id);

CREATE INDEX membership_of_user ON public.membership USING btree (user_id);

CREATE INDEX message_of_turn ON public.message USING btree (turn_id);

CREATE UNIQUE INDEX one_account_per_email ON public.user_account USING btree (email);

CREATE UNIQUE INDEX one_delivery_per_target ON public.delivery USING btree (target_id, subject_id, organization_id);

CREATE UNIQUE INDEX one_head_per_session ON public.turn USING btree (session_id, organization_id) WHERE (is_head AND (status = ANY (ARRAY['queued'::text, 'running'::text])));

CREATE UNIQUE INDEX one_message_per_turn_and_role ON public.message USING btree (organization_id, session_id, sequence, role);

CREATE UNIQUE INDEX one_open_invitation_per_email ON public.invitation USING btree (email, organization_id) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));

CREATE UNIQUE INDEX one_retry_per_turn ON public.turn USING btree (organization_id, retry_of) WHERE (retry_of IS NOT NULL);

CREATE UNIQUE INDEX one_running_turn_per_session ON public.turn USING btree (session_id, organization_id) WHERE (status = 'running'::text);

CREATE INDEX organization_deletion_due ON public.organization_deletion USING btree (due_at) WHERE (finished_at IS NULL);

CREATE INDEX pending_sign_in_by_expiry ON public.pending_sign_in USING btree (expires_at);

CREATE UNIQUE INDEX pending_sign_in_by_token ON public.pending_sign_in USING btree (token_hash, organization_id);

CREATE INDEX publication_failed ON public.publication USING btree (id, organization_id) WHERE (status = 'failed'::text);

CREATE INDEX publication_of_session ON public.publication USING btree (session_id, organization_id);

CREATE INDEX refresh_token_of_login ON public.refresh_token USING btree (organization_id, login_id);

CREATE INDEX removed_member_of_user ON public.removed_member USING btree (user_id);

CREATE INDEX session_active ON public.session USING btree (organization_id, livemode, id) WHERE (NOT expiry_noticed);

CREATE INDEX session_by_expiry ON public.session USING btree (expires_at) WHERE (NOT expiry_noticed);

CREATE INDEX session_by_origin ON public.session USING btree (forked_from, organization_id) WHERE (forked_from IS NOT NULL);

CREATE INDEX session_by_user ON public.session USING btree (user_id, organization_id, livemode, expiry_noticed, id);

CREATE INDEX session_copied ON public.session USING btree (organization_id, livemode) INCLUDE (copied_bytes) WHERE (forked_from IS NOT NULL);

CREATE INDEX session_expired ON public.session USING btree (organization_id, expires_at) WHERE expiry_noticed;

CREATE INDEX session_expired_by_id ON public.session USING btree (organization_id, livemode, id) WHERE expiry_noticed;

CREATE INDEX turn_claimable ON public.turn USING btree (organization_id, livemode, run_after) WHERE ((status = 'queued'::text) AND is_head);

CREATE INDEX turn_leased ON public.turn USING btree (lease_until) WHERE (lease_until IS NOT NULL);

CREATE INDEX turn_running ON public.turn USING btree (organization_id, livemode) WHERE (lease_until IS NOT NULL);

CREATE INDEX turn_unfinished ON public.turn USING btree (session_id, sequence) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));

CREATE INDEX verified_domain_of_organization ON public.verified_domain USING btree (verified_by);

CREATE INDEX webhook_event_by_age ON public.webhook_event USING btree (occurred_at);

CREATE INDEX webhook_event_of_verification ON public.webhook_event USING btree (organization_id, livemode, occurred_at) WHERE (type = 'webhook_endpoint.verification'::text);

CREATE INDEX webhook_event_on_request ON public.webhook_event USING btree (occurred_at) WHERE (type = ANY (ARRAY['webhook.test'::text, 'webhook_endpoint.verification'::text]));

CREATE TRIGGER emit_job_post_webhook AFTER INSERT OR DELETE ON public.job_post FOR EACH ROW EXECUTE FUNCTION public.emit_job_post_webhook();

CREATE TRIGGER emit_session_completed_webhook AFTER UPDATE OF is_complete ON public.session FOR EACH ROW WHEN ((new.is_complete AND (NOT old.is_complete))) EXECUTE FUNCTION public.emit_session_completed_webhook();

CREATE TRIGGER emit_session_expired_webhook AFTER DELETE ON public.session FOR EACH ROW WHEN (((NOT old.expiry_noticed) AND (old.expires_at <= public.app_clock()))) EXECUTE FUNCTION public.emit_session_expired_webhook();

CREATE TRIGGER emit_turn_webhook AFTER UPDATE OF status ON public.turn FOR EACH ROW WHEN (((new.status = ANY (ARRAY['succeeded'::text, 'failed'::text])) AND (old.status <> ALL (ARRAY['succeeded'::text, 'failed'::text])))) EXECUTE FUNCTION public.emit_turn_webhook();

CREATE TRIGGER keep_all_audit_entries BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.keep_audit_entry();

CREATE TRIGGER keep_audit_entry BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.keep_audit_entry();

CREATE TRIGGER note_arrival BEFORE INSERT ON public.membership FOR EACH ROW EXECUTE FUNCTION cross_tenant.note_arrival();

CREATE TRIGGER note_departure AFTER DELETE ON public.membership FOR EACH ROW EXECUTE FUNCTION cross_tenant.note_departure();

CREATE TRIGGER record_change AFTER INSERT OR UPDATE ON public.api_key FOR EACH ROW EXECUTE FUNCTION public.record_change('api_key', 'id', 'livemode name scopes created_by expires_at revoked_at revoke_reason', 'secret_hash', 'organization_id id created_at last_used_at');

CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.email_domain FOR EACH ROW EXECUTE FUNCTION public.record_change('email_domain', 'id', 'domain recipient sent_at verified_at', 'token_hash', 'organization_id id expires_at created_at');

CREATE TRIGGER record_change AFTER INSERT ON public.external_identity FOR EACH ROW EXECUTE FUNCTION public.record_change('external_identity', 'user_id', 'issuer user_id', '', 'organization_id subject created_at');

CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.identity_provider FOR EACH ROW EXECUTE FUNCTION public.record_change('identity_provider', 'id', 'issuer client_id redirect_uris just_in_time default_role enforced updated_at', 'client_secret', 'organization_id id created_at');

CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.invitation FOR EACH ROW EXECUTE FUNCTION public.record_change('invitation', 'id', 'email role language invited_by emails_sent accepted_at accepted_by revoked_at', 'token_hash', 'organization_id id created_at sent_at expires_at');

CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.job_post_template FOR EACH ROW EXECUTE FUNCTION public.record_change('template', 'id', 'livemode name company_name', 'content', 'organization_id id created_at updated_at');

CREATE TRIGGER record_change AFTER INSERT OR UPDATE ON public.login FOR EACH ROW EXECUTE FUNCTION public.record_change('login', 'id', 'user_id revoked_at authenticated_by', '', 'organization_id id created_at expires_at last_used_at user_agent address authenticated_at enrolment_required moved_to_organization_id moved_to_login_id browser_hash refreshes');

CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.membership FOR EACH ROW EXECUTE FUNCTION public.record_change('member', 'user_id', 'role', '', 'organization_id user_id created_at');

CREATE TRIGGER record_change AFTER INSERT OR UPDATE ON public.organization FOR EACH ROW EXECUTE FUNCTION public.record_change('organization', 'id', 'name session_lifetime_seconds session_retention_days turns_at_once quotas suspended_at required_fields blocking_rules writing ai_disclosure time_zone currency languages audit_retention_days second_factor_required', '', 'id created_at');

CREATE TRIGGER record_change AFTER INSERT OR DELETE ON public.organization_deletion FOR EACH ROW EXECUTE FUNCTION public.record_change('organization_deletion', 'id', 'due_at', '', 'id requested_at started_at finished_at deleted_rows');

CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.publication_target FOR EACH ROW EXECUTE FUNCTION public.record_change('publication_target', 'id', 'livemode format url options previous_secret_until', 'bearer_token secret previous_secret', 'organization_id id created_at updated_at');

CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.webhook_endpoint FOR EACH ROW EXECUTE FUNCTION public.record_change('webhook_endpoint', 'id', 'livemode url description event_types enabled disabled_reason previous_secret_until', 'secret previous_secret', 'organization_id id disabled_at failing_since unverified_since version created_at updated_at');

ALTER TABLE ONLY public.account_erasure
    ADD CONSTRAINT account_erasure_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id);

ALTER TABLE ONLY public.account_token
    ADD CONSTRAINT account_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(id);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.delivery_attempt
    ADD CONSTRAINT delivery_attempt_organization_id_delivery_id_fkey FOREIGN KEY (organization_id, delivery_id) REFERENCES public.delivery(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.draft_change
    ADD CONSTRAINT draft_change_organization_id_session_id_fkey FOREIGN KEY (organization_id, session_id) REFERENCES public.session(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.draft_change
    ADD CONSTRAINT draft_change_organization_id_turn_id_fkey FOREIGN KEY (organization_id, turn_id) REFERENCES public.turn(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.draft_change
    ADD CONSTRAINT draft_change_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id);

ALTER TABLE ONLY public.email_domain
    ADD CONSTRAINT email_domain_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_organization_id_session_id_fkey FOREIGN KEY (organization_id, session_id) REFERENCES public.session(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.external_identity
    ADD CONSTRAINT external_identity_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.external_identity
    ADD CONSTRAINT external_identity_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id);

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_organization_id_session_id_fkey FOREIGN KEY (organization_id, session_id) REFERENCES public.session(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.identity_provider
    ADD CONSTRAINT identity_provider_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES public.user_account(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.user_account(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.job_post
    ADD CONSTRAINT job_post_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.job_post_template
    ADD CONSTRAINT job_post_template_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.job_post
    ADD CONSTRAINT job_post_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id);

ALTER TABLE ONLY public.login
    ADD CONSTRAINT login_organization_id_user_id_fkey FOREIGN KEY (organization_id, user_id) REFERENCES public.membership(organization_id, user_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_organization_id_session_id_fkey FOREIGN KEY (organization_id, session_id) REFERENCES public.session(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_organization_id_turn_id_fkey FOREIGN KEY (organization_id, turn_id) REFERENCES public.turn(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.pending_sign_in
    ADD CONSTRAINT pending_sign_in_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_organization_id_job_post_id_fkey FOREIGN KEY (organization_id, job_post_id) REFERENCES public.job_post(organization_id, id);

ALTER TABLE ONLY public.publication_target
    ADD CONSTRAINT publication_target_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.second_factor(user_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.refresh_token
    ADD CONSTRAINT refresh_token_organization_id_login_id_fkey FOREIGN KEY (organization_id, login_id) REFERENCES public.login(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.removed_member
    ADD CONSTRAINT removed_member_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.removed_member
    ADD CONSTRAINT removed_member_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id);

ALTER TABLE ONLY public.request_log_entry
    ADD CONSTRAINT request_log_entry_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id);

ALTER TABLE ONLY public.turn
    ADD CONSTRAINT turn_organization_id_retry_of_fkey FOREIGN KEY (organization_id, retry_of) REFERENCES public.turn(organization_id, id) ON DELETE SET NULL (retry_of);

ALTER TABLE ONLY public.turn
    ADD CONSTRAINT turn_organization_id_session_id_fkey FOREIGN KEY (organization_id, session_id) REFERENCES public.session(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.turn
    ADD CONSTRAINT turn_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id);

ALTER TABLE ONLY public.verified_domain
    ADD CONSTRAINT verified_domain_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES public.organization(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.webhook_endpoint
    ADD CONSTRAINT webhook_endpoint_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE ONLY public.webhook_event
    ADD CONSTRAINT webhook_event_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

ALTER TABLE public.account_erasure ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.account_token ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.api_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.delivery ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.delivery_attempt ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.draft_change ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.email ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.email_domain ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.external_identity ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.idempotency_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.identity_provider ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.invitation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.job_post ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.job_post_template ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.login ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.membership ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.message ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.organization ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.organization_deletion ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.pending_sign_in ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.publication ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.publication_target ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.recovery_code ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.refresh_token ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.removed_member ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.request_log_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.second_factor ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.session ENABLE ROW LEVEL SECURITY;

CREATE POLICY system ON public.account_erasure TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.account_token TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.api_key TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.audit_entry TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.delivery TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.delivery_attempt TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.draft_change TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.email TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.email_domain TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.event TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.external_identity TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.idempotency_key TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.identity_provider TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.invitation TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.job_post TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.job_post_template TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.login TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.membership TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.message TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.organization TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.organization_deletion TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.pending_sign_in TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.publication TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.publication_target TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.recovery_code TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.refresh_token TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.removed_member TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.request_log_entry TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.second_factor TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.session TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.turn TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.user_account TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.verified_domain TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.webhook_endpoint TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY system ON public.webhook_event TO postwright_system USING (true) WITH CHECK (true);

CREATE POLICY tenant ON public.api_key TO postwright_app USING ((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.audit_entry TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND ((livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean) OR (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.delivery TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.delivery_attempt TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.draft_change TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.email_domain TO postwright_app USING ((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.event TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.external_identity TO postwright_app USING ((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.idempotency_key TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.identity_provider TO postwright_app USING ((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.invitation TO postwright_app USING ((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.job_post TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.job_post_template TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.login TO postwright_app USING ((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.membership TO postwright_app USING ((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.message TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.organization TO postwright_app USING ((id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.organization_deletion TO postwright_app USING ((id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.pending_sign_in TO postwright_app USING ((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.publication TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.publication_target TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.refresh_token TO postwright_app USING ((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.removed_member TO postwright_app USING ((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid));

CREATE POLICY tenant ON public.request_log_entry TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.session TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.turn TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.webhook_endpoint TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

CREATE POLICY tenant ON public.webhook_event TO postwright_app USING (((organization_id = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid) AND (livemode = (NULLIF(current_setting('app.livemode'::text, true), ''::text))::boolean)));

ALTER TABLE public.turn ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.user_account ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.verified_domain ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.webhook_endpoint ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.webhook_event ENABLE ROW LEVEL SECURITY;

GRANT ALL ON SCHEMA cross_tenant TO postwright_system;
GRANT USAGE ON SCHEMA cross_tenant TO postwright_app;

GRANT USAGE ON SCHEMA public TO postwright_app;
GRANT USAGE ON SCHEMA public TO postwright_system;
GRANT USAGE ON SCHEMA public TO postwright_queue;

REVOKE ALL ON FUNCTION cross_tenant.accept_time_step(p_user uuid, p_step bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.accept_time_step(p_user uuid, p_step bigint) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.apply_second_factor_rule(p_organizations uuid[], p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.apply_second_factor_rule(p_organizations uuid[], p_user uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.begin_code_attempt(p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.begin_code_attempt(p_user uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.begin_organization_deletion(p_organization uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.begin_organization_deletion(p_organization uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.cancel_account_erasure(p_user uuid, p_requested boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.cancel_account_erasure(p_user uuid, p_requested boolean) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.change_password(p_user uuid, p_old_hash text, p_new_hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.change_password(p_user uuid, p_old_hash text, p_new_hash text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.claim_deliveries(p_limit integer, p_lease interval, p_share integer, p_delays interval[]) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.claim_deliveries(p_limit integer, p_lease interval, p_share integer, p_delays interval[]) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.claim_email_domain(p_domain text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.claim_email_domain(p_domain text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.claim_emails(p_limit integer, p_lease interval) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.claim_emails(p_limit integer, p_lease interval) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.claim_turns(p_worker text, p_limit integer, p_lease interval, p_share integer, p_only_livemode boolean, p_max_claims integer, p_max_llm_calls integer, p_limits text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.claim_turns(p_worker text, p_limit integer, p_lease interval, p_share integer, p_only_livemode boolean, p_max_claims integer, p_max_llm_calls integer, p_limits text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.complete_sign_up(p_token_hash bytea, p_user uuid, p_name text, p_language text, p_password_hash text, p_organization uuid, p_organization_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.complete_sign_up(p_token_hash bytea, p_user uuid, p_name text, p_language text, p_password_hash text, p_organization uuid, p_organization_name text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.confirm_email(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.confirm_email(p_token_hash bytea) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.confirm_second_factor(p_user uuid, p_seed bytea, p_step bigint, p_code_hashes bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.confirm_second_factor(p_user uuid, p_seed bytea, p_step bigint, p_code_hashes bytea[]) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.create_account(p_user uuid, p_email text, p_name text, p_password_hash text, p_language text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.create_account(p_user uuid, p_email text, p_name text, p_password_hash text, p_language text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.create_organization(p_organization uuid, p_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.create_organization(p_organization uuid, p_name text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.create_owner(p_user uuid, p_email text, p_name text, p_password_hash text, p_language text, p_organization uuid, p_organization_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.create_owner(p_user uuid, p_email text, p_name text, p_password_hash text, p_language text, p_organization uuid, p_organization_name text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.delete_rows(p_organization uuid, p_table text, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.delete_rows(p_organization uuid, p_table text, p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.end_login(p_user uuid, p_only uuid, p_login uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.end_login(p_user uuid, p_only uuid, p_login uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.end_logins(p_user uuid, p_only uuid, p_except uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.end_logins(p_user uuid, p_only uuid, p_except uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.end_moved_login(p_user uuid, p_organization uuid, p_login uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.end_moved_login(p_user uuid, p_organization uuid, p_login uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.erase_account(p_user uuid, p_cleaned uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.erase_account(p_user uuid, p_cleaned uuid[]) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.erase_job_post(p_job_post uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.erase_job_post(p_job_post uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.erase_traces(p_organization uuid, p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.erase_traces(p_organization uuid, p_user uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.export_account(p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.export_account(p_user uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.find_account(p_email text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.find_account(p_email text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.find_account_erasure(p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.find_account_erasure(p_user uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.find_account_token(p_token_hash bytea, p_purpose text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.find_account_token(p_token_hash bytea, p_purpose text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.find_api_key(p_organization uuid, p_api_key uuid, p_acting_for uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.find_api_key(p_organization uuid, p_api_key uuid, p_acting_for uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.find_email_domain(p_domain text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.find_email_domain(p_domain text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.find_recipient(p_email text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.find_recipient(p_email text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.find_refresh_token(p_organization uuid, p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.find_refresh_token(p_organization uuid, p_token_hash bytea) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.find_second_factor(p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.find_second_factor(p_user uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.finish_organization_deletion(p_organization uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.finish_organization_deletion(p_organization uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.insert_account_token(p_token_hash bytea, p_purpose text, p_email text, p_user uuid, p_lifetime interval, p_most integer, p_within interval) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.insert_account_token(p_token_hash bytea, p_purpose text, p_email text, p_user uuid, p_lifetime interval, p_most integer, p_within interval) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.insert_email(p_email uuid, p_organization uuid, p_kind text, p_recipient text, p_counted_by text, p_payload bytea, p_lifetime interval, p_hourly integer, p_pending integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.insert_email(p_email uuid, p_organization uuid, p_kind text, p_recipient text, p_counted_by text, p_payload bytea, p_lifetime interval, p_hourly integer, p_pending integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.is_member(p_email text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.is_member(p_email text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.list_accounts(p_users uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.list_accounts(p_users uuid[]) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.list_due_accounts(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.list_due_accounts(p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.list_due_organizations(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.list_due_organizations(p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.list_email_payloads(p_after uuid, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.list_email_payloads(p_after uuid, p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.list_logins(p_user uuid, p_only uuid, p_before uuid, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.list_logins(p_user uuid, p_only uuid, p_before uuid, p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.list_memberships(p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.list_memberships(p_user uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.list_organization_ids(p_after uuid, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.list_organization_ids(p_after uuid, p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.list_seeds(p_after uuid, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.list_seeds(p_after uuid, p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.lock_password(p_user uuid, p_hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.lock_password(p_user uuid, p_hash text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.move_login(p_user uuid, p_organization uuid, p_login uuid, p_to_organization uuid, p_to_login uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.move_login(p_user uuid, p_organization uuid, p_login uuid, p_to_organization uuid, p_to_login uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.note_arrival() FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.note_arrival() TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.note_departure() FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.note_departure() TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.note_expiries(p_ahead interval, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.note_expiries(p_ahead interval, p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.read_account(p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.read_account(p_user uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.reconcile_turns(p_limit integer, p_max_claims integer, p_max_llm_calls integer, p_worker text, p_running uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.reconcile_turns(p_limit integer, p_max_claims integer, p_max_llm_calls integer, p_worker text, p_running uuid[]) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.record_account_event(p_user uuid, p_organizations uuid[], p_action text, p_details text, p_hourly integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.record_account_event(p_user uuid, p_organizations uuid[], p_action text, p_details text, p_hourly integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.record_email(p_email uuid, p_epoch integer, p_error text, p_retry_after double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.record_email(p_email uuid, p_epoch integer, p_error text, p_retry_after double precision) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.release_email_domain(p_domain text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.release_email_domain(p_domain text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.remove_second_factor(p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.remove_second_factor(p_user uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.renew_leases(p_organizations uuid[], p_turns uuid[], p_epochs integer[], p_lease interval) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.renew_leases(p_organizations uuid[], p_turns uuid[], p_epochs integer[], p_lease interval) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.replace_email_payload(p_email uuid, p_old bytea, p_new bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.replace_email_payload(p_email uuid, p_old bytea, p_new bytea) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.replace_password_hash(p_user uuid, p_old_hash text, p_new_hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.replace_password_hash(p_user uuid, p_old_hash text, p_new_hash text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.replace_recovery_codes(p_user uuid, p_code_hashes bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.replace_recovery_codes(p_user uuid, p_code_hashes bytea[]) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.replace_seed(p_user uuid, p_old_seed bytea, p_new_seed bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.replace_seed(p_user uuid, p_old_seed bytea, p_new_seed bytea) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.request_account_erasure(p_user uuid, p_revoke_keys boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.request_account_erasure(p_user uuid, p_revoke_keys boolean) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.requires_single_sign_on(p_user uuid, p_email text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.requires_single_sign_on(p_user uuid, p_email text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.reset_password(p_token_hash bytea, p_user uuid, p_password_hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.reset_password(p_token_hash bytea, p_user uuid, p_password_hash text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.set_quota(p_organization uuid, p_name text, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.set_quota(p_organization uuid, p_name text, p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.store_second_factor(p_user uuid, p_seed bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.store_second_factor(p_user uuid, p_seed bytea) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.summarize_organization(p_organization uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.summarize_organization(p_organization uuid) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.suspend_organization(p_organization uuid, p_is_suspended boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.suspend_organization(p_organization uuid, p_is_suspended boolean) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.sweep_account_tokens(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.sweep_account_tokens(p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.sweep_deliveries(p_age interval, p_test_age interval, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.sweep_deliveries(p_age interval, p_test_age interval, p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.sweep_emails(p_age interval, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.sweep_emails(p_age interval, p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.sweep_logins(p_age interval, p_invitation_age interval, p_key_age interval, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.sweep_logins(p_age interval, p_invitation_age interval, p_key_age interval, p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.sweep_sessions(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.sweep_sessions(p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.sweep_traces(p_key_age interval, p_text_age interval, p_request_age interval, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.sweep_traces(p_key_age interval, p_text_age interval, p_request_age interval, p_limit integer) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.touch_api_key(p_organization uuid, p_api_key uuid, p_interval interval) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.touch_api_key(p_organization uuid, p_api_key uuid, p_interval interval) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.update_account(p_user uuid, p_name text, p_language text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.update_account(p_user uuid, p_name text, p_language text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.use_account_token(p_token_hash bytea, p_purpose text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.use_account_token(p_token_hash bytea, p_purpose text) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.use_browser_login(p_organization uuid, p_hash bytea, p_idle interval, p_longest interval, p_interval interval) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.use_browser_login(p_organization uuid, p_hash bytea, p_idle interval, p_longest interval, p_interval interval) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.use_recovery_code(p_user uuid, p_code_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.use_recovery_code(p_user uuid, p_code_hash bytea) TO postwright_app;

REVOKE ALL ON FUNCTION cross_tenant.void_links(p_user uuid, p_email text) FROM PUBLIC;
GRANT ALL ON FUNCTION cross_tenant.void_links(p_user uuid, p_email text) TO postwright_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_erasure TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_token TO postwright_system;

GRANT SELECT,INSERT ON TABLE public.api_key TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.api_key TO postwright_system;

GRANT UPDATE(name) ON TABLE public.api_key TO postwright_app;

GRANT UPDATE(scopes) ON TABLE public.api_key TO postwright_app;

GRANT UPDATE(expires_at) ON TABLE public.api_key TO postwright_app;

GRANT UPDATE(last_used_at) ON TABLE public.api_key TO postwright_system;

GRANT UPDATE(revoked_at) ON TABLE public.api_key TO postwright_app;
GRANT UPDATE(revoked_at) ON TABLE public.api_key TO postwright_system;

GRANT UPDATE(revoke_reason) ON TABLE public.api_key TO postwright_app;
GRANT UPDATE(revoke_reason) ON TABLE public.api_key TO postwright_system;

GRANT SELECT,INSERT ON TABLE public.audit_entry TO postwright_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.audit_entry TO postwright_system;

GRANT UPDATE(address) ON TABLE public.audit_entry TO postwright_system;

GRANT UPDATE(user_agent) ON TABLE public.audit_entry TO postwright_system;

GRANT UPDATE(caller_request_id) ON TABLE public.audit_entry TO postwright_system;

GRANT UPDATE(before) ON TABLE public.audit_entry TO postwright_system;

GRANT UPDATE(after) ON TABLE public.audit_entry TO postwright_system;

GRANT UPDATE(details) ON TABLE public.audit_entry TO postwright_system;

GRANT SELECT ON TABLE public.clock_offset TO postwright_app;
GRANT SELECT ON TABLE public.clock_offset TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery TO postwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery TO postwright_system;

GRANT SELECT,INSERT,UPDATE ON TABLE public.delivery_attempt TO postwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery_attempt TO postwright_system;

GRANT SELECT,INSERT ON TABLE public.draft_change TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.draft_change TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.email TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.email_domain TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.email_domain TO postwright_system;

GRANT SELECT,INSERT ON TABLE public.event TO postwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.event TO postwright_system;

GRANT SELECT,INSERT,DELETE ON TABLE public.external_identity TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.external_identity TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.idempotency_key TO postwright_app;
GRANT SELECT,DELETE,UPDATE ON TABLE public.idempotency_key TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.identity_provider TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.identity_provider TO postwright_system;

GRANT SELECT,INSERT,UPDATE ON TABLE public.invitation TO postwright_app;
GRANT SELECT,DELETE,UPDATE ON TABLE public.invitation TO postwright_system;

GRANT SELECT,INSERT ON TABLE public.job_post TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.job_post TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.job_post_template TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.job_post_template TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.login TO postwright_app;
GRANT SELECT,DELETE,UPDATE ON TABLE public.login TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.membership TO postwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.membership TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.message TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.message TO postwright_system;

GRANT SELECT ON TABLE public.organization TO postwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.organization TO postwright_system;

GRANT UPDATE(name) ON TABLE public.organization TO postwright_app;

GRANT UPDATE(session_lifetime_seconds) ON TABLE public.organization TO postwright_app;

GRANT UPDATE(session_retention_days) ON TABLE public.organization TO postwright_app;

GRANT UPDATE(time_zone) ON TABLE public.organization TO postwright_app;

GRANT UPDATE(currency) ON TABLE public.organization TO postwright_app;

GRANT UPDATE(languages) ON TABLE public.organization TO postwright_app;

GRANT UPDATE(required_fields) ON TABLE public.organization TO postwright_app;

GRANT UPDATE(blocking_rules) ON TABLE public.organization TO postwright_app;

GRANT UPDATE(writing) ON TABLE public.organization TO postwright_app;

GRANT UPDATE(ai_disclosure) ON TABLE public.organization TO postwright_app;

GRANT UPDATE(audit_retention_days) ON TABLE public.organization TO postwright_app;

GRANT UPDATE(second_factor_required) ON TABLE public.organization TO postwright_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.organization_deletion TO postwright_app;
GRANT SELECT,UPDATE ON TABLE public.organization_deletion TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pending_sign_in TO postwright_app;
GRANT SELECT,DELETE,UPDATE ON TABLE public.pending_sign_in TO postwright_system;

GRANT SELECT,INSERT,UPDATE ON TABLE public.publication TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.publication TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.publication_target TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.publication_target TO postwright_system;

GRANT SELECT,INSERT,DELETE ON TABLE public.recovery_code TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.refresh_token TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.refresh_token TO postwright_system;

GRANT SELECT,INSERT,DELETE ON TABLE public.removed_member TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.removed_member TO postwright_system;

GRANT SELECT,INSERT ON TABLE public.request_log_entry TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.request_log_entry TO postwright_system;

GRANT SELECT ON TABLE public.schema_version TO postwright_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.second_factor TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session TO postwright_app;
GRANT SELECT,DELETE,UPDATE ON TABLE public.session TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.turn TO postwright_app;
GRANT SELECT,DELETE,UPDATE ON TABLE public.turn TO postwright_system;

GRANT SELECT,INSERT,UPDATE ON TABLE public.user_account TO postwright_system;

GRANT SELECT,INSERT,DELETE ON TABLE public.verified_domain TO postwright_system;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.webhook_endpoint TO postwright_app;
GRANT SELECT,DELETE ON TABLE public.webhook_endpoint TO postwright_system;

GRANT SELECT,INSERT ON TABLE public.webhook_event TO postwright_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.webhook_event TO postwright_system;

