-- Accepts a message as the session's next turn; with `p_retry_of` the message of a failed turn once more. One step: the
-- session's sequence and later expiry, the turn, the message, the event, the wake-up and the idempotency key. Unless
-- `outcome` is 'accepted' nothing was written.
--
-- The session is locked before anything is decided. Each statement sees what was committed when it began, so a caller that
-- waited for the lock sees what was done under it.
create type public.accept_outcome as enum (
    'accepted', 'repeated', 'session_not_found', 'session_expired', 'turn_not_found', 'turn_not_failed', 'turn_retried', 'busy',
    'quota_exceeded');
create type public.if_busy as enum ('enqueue', 'reject', 'replace');

create function public.accept_turn(
    p_now timestamptz, p_organization uuid, p_livemode boolean,
    p_user uuid, p_sees_all boolean, p_api_key uuid,
    p_session uuid, p_turn uuid, p_message uuid, p_text text, p_retry_of uuid, p_if_busy if_busy,
    p_operation text, p_key text, p_fingerprint bytea, p_preference text,
    p_queue text, p_task text, p_max_turns integer, p_max_bytes integer,
    out outcome accept_outcome, out accepted_at timestamptz, out sequence integer, out turns_ahead bigint,
    out replaced uuid[], out message_text text, out retried_as uuid,
    out quota_name text, out quota_limit bigint, out quota_used bigint,
    out key_fingerprint bytea, out key_preference text, out key_session_id uuid, out key_turn_id uuid,
    out key_status integer, out key_headers json, out key_body text
)
    language plpgsql volatile
    as $$
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
