-- An API key and the member it acts for: the one who is named, else the one who made it. Without a role there is no such
-- member. Whoever asks compares the secret's hash.
create function across.find_api_key(key uuid, acting_for uuid)
    returns table (
        organization_id uuid, livemode boolean, secret_hash bytea, scopes text[], user_id uuid, role text,
        is_good boolean, expires_at timestamptz, real_time timestamptz
    )
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select k.organization_id, k.livemode, k.secret_hash, k.scopes, coalesce(acting_for, k.created_by), m.role,
               k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
                   and coalesce(maker.role in ('owner', 'admin'), false),
               k.expires_at, now()
          from api_key k
          left join membership maker on maker.organization_id = k.organization_id and maker.user_id = k.created_by
          left join membership m
            on m.organization_id = k.organization_id and m.user_id = coalesce(acting_for, k.created_by)
         where k.id = key
    $$;

-- Processes call it at most once a minute for each key.
create function across.note_key_use(key uuid) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        update api_key set last_used_at = now()
         where id = key and revoked_at is null and (last_used_at is null or last_used_at < now() - interval '30 seconds')
    $$;

-- Claims as before, but each mode of an organization has a share of its own, so that its tests do not delay its people;
-- of one mode only where `only_live` says which, as when the other's model is down.
drop index turn_claimable;
create index turn_claimable on turn (organization_id, livemode, run_after) where status = 'queued' and is_head;
drop function across.claim_turns(integer, interval, integer);
create function across.claim_turns(most integer, lease interval, share integer, only_live boolean default null)
    returns table (
        organization_id uuid, livemode boolean, session_id uuid, turn_id uuid, epoch integer, llm_calls integer,
        api_key_id uuid
    )
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
#variable_conflict use_column
declare
    candidates uuid[];
    organizations uuid[];
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
    ), busy as (
        select w.organization_id, w.livemode, least(coalesce(o.turns_at_once, share), share) as may_run,
               (select count(*) from turn r
                 where r.organization_id = w.organization_id and r.livemode = w.livemode and r.status = 'running') as runs
          from waiting w join organization o on o.id = w.organization_id
         where only_live is null or w.livemode = only_live
    ), ranked as (
        select b.organization_id, t.id, t.run_after,
               b.runs + row_number() over (partition by b.organization_id, b.livemode order by t.run_after) as place
          from busy b cross join lateral (
              select h.id, h.run_after from turn h
               where h.organization_id = b.organization_id and h.livemode = b.livemode
                 and h.status = 'queued' and h.is_head and h.run_after <= app_clock() and h.claims < 3
               order by h.run_after
               limit greatest(least(b.may_run - b.runs, most), 0)) t
    )
    select array_agg(r.organization_id), array_agg(r.id) into organizations, candidates
      from (select organization_id, id from ranked order by place, run_after limit most) r;

    return query
        with heads as (
            select t.organization_id, t.id, t.session_id
              from unnest(organizations, candidates) c (organization_id, id)
              join turn t on t.organization_id = c.organization_id and t.id = c.id
              join session s on s.organization_id = t.organization_id and s.id = t.session_id
             where t.status = 'queued' and t.is_head
               for no key update of s, t skip locked
        ), claimed as (
            update turn t
               set status = 'running', epoch = t.epoch + 1, claims = t.claims + 1, llm_calls = t.llm_calls + 1,
                   lease_until = app_clock_now() + lease, started_at = coalesce(t.started_at, app_clock_now())
              from heads h
             where t.organization_id = h.organization_id and t.id = h.id and t.llm_calls < 3
            returning t.organization_id, t.livemode, t.session_id, t.id, t.epoch, t.llm_calls, t.api_key_id
        ), numbered as (
            update session s set next_event = s.next_event + 1
              from claimed c where s.organization_id = c.organization_id and s.id = c.session_id
            returning s.organization_id, s.id, s.next_event - 1 as sequence
        ), told as (
            insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
            select c.organization_id, c.session_id, n.sequence, c.livemode, c.id, 'turn.running',
                   json_build_object('turn_id', c.id, 'attempt', c.epoch), app_clock_now()
              from claimed c join numbered n on n.organization_id = c.organization_id and n.id = c.session_id
        )
        select c.organization_id, c.livemode, c.session_id, c.id, c.epoch, c.llm_calls, c.api_key_id from claimed c;
end
$$;

do $$
declare
    signature text;
begin
    for signature in select p.oid::regprocedure::text from pg_proc p
                      where p.pronamespace = 'across'::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user) loop
        execute format('revoke all on function %s from public', signature);
        execute format('alter function %s owner to postwright_system', signature);
        execute format('grant execute on function %s to postwright_app', signature);
    end loop;
end
$$;
