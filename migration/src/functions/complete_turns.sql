-- Commits the results of many turns in one transaction, with one statement for all turns of an organization's mode. Returns
-- the places of the committed ones in the arrays, from 1. A turn whose place is missing wrote nothing, for example because its
-- claim is lost, its session has changed, or a lock is taken: complete_turn decides about it.
--
-- The arrays are parallel and sorted by organization, mode and session; a session occurs once. None of the turns publishes a
-- job post. The writes are those of complete_turn, advance_session, insert_events and promote_turn. They are repeated here
-- because a call for each turn costs most of what a common statement saves; a test compares the rows of both ways.
create function public.complete_turns(
    p_organizations uuid[], p_livemodes boolean[], p_sessions uuid[], p_turns uuid[], p_epochs integer[],
    p_loaded_versions integer[], p_loaded_completes boolean[], p_drafts text[], p_versions integer[],
    p_is_completes boolean[], p_shown_hashes text[], p_kinds text[], p_restored_versions integer[], p_changes text[],
    p_messages uuid[], p_replies text[], p_traces text[], p_events text[]
)
    returns setof integer
    language plpgsql volatile
    as $$
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
