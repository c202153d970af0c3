-- Accepts many messages in one transaction, each as the next turn of its session, with one statement for all messages to an
-- organization's mode. Returns a row for each accepted one, with its place in the arrays, from 1. A message whose place is
-- missing wrote nothing, for example because its caller may not act, its session is not found, busy, locked or near a quota, or
-- its idempotency key is known: accept_turn decides about it.
--
-- The arrays are parallel and sorted by organization, mode and session; a session occurs once. None of the messages retries a
-- turn, and none is longer than `p_longest` bytes. The writes are those of accept_turn; they are repeated here because a call
-- for each message costs most of what a common statement saves, and a test compares the rows of both ways.
create function public.accept_turns(
    p_organizations uuid[], p_livemodes boolean[], p_users uuid[], p_logins uuid[], p_roles text[],
    p_not_before timestamptz[], p_expires_at timestamptz[], p_api_keys uuid[], p_scopes text[], p_sees_all boolean[],
    p_sessions uuid[], p_turns uuid[], p_messages uuid[], p_texts text[], p_may_wait boolean[],
    p_operations text[], p_keys text[], p_fingerprints bytea[], p_preferences text[],
    p_queue text, p_task text, p_max_turns integer, p_max_bytes integer, p_longest integer
)
    returns table (place integer, accepted_at timestamptz, sequence integer, turns_ahead bigint)
    language plpgsql volatile
    as $$
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
