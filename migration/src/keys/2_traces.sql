-- What was done with a key says so, beside whom it was done for. Whoever writes need not think of it.
alter table session add column api_key_id uuid;
alter table turn add column api_key_id uuid;
alter table draft_change add column api_key_id uuid;
alter table job_post add column api_key_id uuid;
alter table session alter column api_key_id set default acting_key();
alter table turn alter column api_key_id set default acting_key();
alter table draft_change alter column api_key_id set default acting_key();
alter table job_post alter column api_key_id set default acting_key();
alter table session add foreign key (organization_id, api_key_id) references api_key (organization_id, id);
alter table turn add foreign key (organization_id, api_key_id) references api_key (organization_id, id);
alter table draft_change add foreign key (organization_id, api_key_id) references api_key (organization_id, id);
alter table job_post add foreign key (organization_id, api_key_id) references api_key (organization_id, id);

-- As before, with the turns' keys.
create or replace function copy_conversation(
    at timestamptz, org uuid, live boolean, original uuid, fork uuid,
    turns uuid[], new_turns uuid[], messages uuid[], new_messages uuid[]
)
    returns void
    language plpgsql volatile
    as $$
begin
    insert into turn
        (organization_id, id, livemode, session_id, user_id, api_key_id, sequence, status, retry_of, run_after,
         error_code, created_at, started_at, finished_at)
    select org, copied.fresh, live, fork, t.user_id, t.api_key_id, t.sequence, t.status, retried.fresh, t.run_after,
           t.error_code, t.created_at, t.started_at, t.finished_at
      from unnest(turns, new_turns) copied (old, fresh)
      join turn t on t.organization_id = org and t.session_id = original and t.id = copied.old
      left join unnest(turns, new_turns) retried (old, fresh) on retried.old = t.retry_of;
    insert into message
        (organization_id, id, livemode, session_id, turn_id, sequence, role, text, is_hidden, created_at)
    select org, copied.fresh, live, fork, of_turn.fresh, m.sequence, m.role, m.text,
           m.is_hidden and (t.status = 'cancelled' or exists (
               select from turn later
                where later.organization_id = org and later.retry_of = t.id and later.id = any (turns))),
           m.created_at
      from unnest(messages, new_messages) copied (old, fresh)
      join message m on m.organization_id = org and m.session_id = original and m.id = copied.old
      left join turn t on t.organization_id = org and t.id = m.turn_id
      left join unnest(turns, new_turns) of_turn (old, fresh) on of_turn.old = m.turn_id;
    update session
       set message_count = cardinality(messages),
           next_sequence = 1 + coalesce(
               (select max(t.sequence) from turn t where t.organization_id = org and t.session_id = fork), 0)
     where organization_id = org and id = fork;
end
$$;

-- An Idempotency-Key belongs to who sent it: a person, or an API key for a person. The nil key is none.
create function caller_key() returns uuid
    language plpgsql stable
    as $$ begin return coalesce(acting_key(), '00000000-0000-0000-0000-000000000000'); end $$;

alter table idempotency_key
    add column api_key_id uuid not null default '00000000-0000-0000-0000-000000000000',
    drop constraint idempotency_key_pkey,
    add primary key (organization_id, livemode, user_id, operation, key, api_key_id);
alter table idempotency_key alter column api_key_id set default caller_key();

create or replace function known_key(org uuid, live boolean, person uuid, key_operation text, key_given text)
    returns idempotency_key
    language plpgsql stable
    as $$
declare
    row idempotency_key;
begin
    select k.* into row
      from idempotency_key k
     where k.organization_id = org and k.livemode = live and k.user_id = person
       and k.operation = key_operation and k.key = key_given and k.api_key_id = caller_key();
    return row;
end
$$;

create or replace function settle_key(
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
           and k.operation = key_operation and k.key = key_given and k.api_key_id = caller_key() and k.status is null
        returning k.*;
    if not found then
        return query select k.* from known_key(org, live, person, key_operation, key_given) k where k.key is not null;
    end if;
end
$$;
