-- Accepts a message, or with `again` that of a failed turn once more, as a session's next turn: the session's place and
-- its longer life, the turn, the message, the event, the ticket and the idempotency key are one step. `outcome` says
-- what came of it; unless it is 'accepted' nothing was written.
--
-- The session is locked before anything is decided, and each statement sees what is there when it begins: whoever
-- waited for the lock sees what was done under it.
create function accept_turn(
    at timestamptz, org uuid, live boolean,
    person uuid, sees_all boolean, conversation uuid, new_turn uuid, new_message uuid, said text, again uuid, if_busy text,
    key_operation text, key_given text, key_fingerprint bytea, key_preference text,
    queue text, task text,
    out outcome text, out accepted_at timestamptz, out place integer, out ahead bigint, out replaced uuid[],
    out message text, out tried_again_as uuid, out known idempotency_key
)
    language plpgsql volatile
    as $$
declare
    life integer;
    is_there boolean;
    event_number bigint;
    failed_status text;
begin
    select o.session_lifetime_seconds into life
      from session s join organization o on o.id = s.organization_id
     where s.organization_id = org and s.id = conversation and s.expires_at > at and (sees_all or s.user_id = person)
       for no key update of s;
    is_there := found;
    -- Under the lock, which the same request may have held, and before any refusal: what was answered once stays so.
    if key_given is not null then
        known := known_key(org, live, person, key_operation, key_given);
    end if;
    outcome := case when known.key is not null then 'known' when not is_there then 'gone' end;
    if outcome is not null then
        return;
    end if;
    accepted_at := app_clock_now();
    message := said;
    if again is not null then
        select t.status, m.text into failed_status, message
          from turn t join message m on m.organization_id = t.organization_id and m.turn_id = t.id and m.role = 'user'
         where t.organization_id = org and t.session_id = conversation and t.id = again;
        select t.id into tried_again_as from turn t where t.organization_id = org and t.retry_of = again;
        outcome := case when failed_status is null then 'no_turn'
                        when failed_status <> 'failed' then 'not_failed'
                        when tried_again_as is not null then 'retried' end;
        if outcome is not null then
            return;
        end if;
    end if;
    select count(*) into ahead
      from turn t where t.organization_id = org and t.session_id = conversation and t.status in ('queued', 'running');
    if ahead > 0 and if_busy = 'reject' then
        outcome := 'busy';
        return;
    end if;
    if key_given is not null then
        insert into idempotency_key
            (organization_id, livemode, user_id, operation, key, fingerprint, preference, session_id, turn_id, created_at)
        values (org, live, person, key_operation, key_given, key_fingerprint, key_preference, conversation, new_turn, now())
        on conflict do nothing;
        if not found then
            -- Taken in this moment by a request for another session.
            known := known_key(org, live, person, key_operation, key_given);
            outcome := 'known';
            return;
        end if;
    end if;
    if ahead > 0 and if_busy = 'replace' then
        select array_agg(t.id order by t.sequence) into replaced
          from turn t where t.organization_id = org and t.session_id = conversation and t.status in ('queued', 'running');
        perform cancel_turns(at, org, live, conversation, replaced);
        ahead := 0;
    end if;
    update session
       set next_sequence = next_sequence + 1, next_event = next_event + 1, message_count = message_count + 1,
           updated_at = accepted_at, expires_at = accepted_at + make_interval(secs => life)
     where organization_id = org and id = conversation
    returning next_sequence - 1, next_event - 1 into place, event_number;
    insert into turn
        (organization_id, id, livemode, session_id, user_id, sequence, status, is_head, retry_of, run_after, created_at)
    values (org, new_turn, live, conversation, person, place, 'queued', ahead = 0, again, accepted_at, accepted_at);
    if again is not null then
        update message set is_hidden = true where organization_id = org and turn_id = again;
    end if;
    insert into message (organization_id, id, livemode, session_id, turn_id, sequence, role, text, created_at)
    values (org, new_message, live, conversation, new_turn, place, 'user', message, accepted_at);
    insert into event (organization_id, session_id, sequence, livemode, turn_id, type, data, created_at)
    values (org, conversation, event_number, live, new_turn, 'turn.queued',
            json_build_object('turn_id', new_turn, 'attempt', 1), accepted_at);
    perform put_ticket(queue, task, null, 0);
    outcome := 'accepted';
end
$$;

create function known_key(org uuid, live boolean, person uuid, key_operation text, key_given text) returns idempotency_key
    language plpgsql stable
    as $$
declare
    row idempotency_key;
begin
    select k.* into row
      from idempotency_key k
     where k.organization_id = org and k.livemode = live and k.user_id = person
       and k.operation = key_operation and k.key = key_given;
    return row;
end
$$;

-- Stores the answer to a key unless there is one, and gives the key's row as it then is.
create function settle_key(
    at timestamptz, org uuid, live boolean,
    person uuid, key_operation text, key_given text, new_status integer, new_headers text, new_body text, conversation uuid
)
    returns setof idempotency_key
    language plpgsql volatile
    as $$
begin
    return query
        update idempotency_key k
           set status = new_status, headers = new_headers::json, body = new_body,
               session_id = coalesce(conversation, k.session_id)
         where k.organization_id = org and k.livemode = live and k.user_id = person
           and k.operation = key_operation and k.key = key_given and k.status is null
        returning k.*;
    if not found then
        return query select k.* from known_key(org, live, person, key_operation, key_given) k where k.key is not null;
    end if;
end
$$;
