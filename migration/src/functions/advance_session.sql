-- Moves a locked session on, by a turn or by hand: its draft and, if that changed, a row of the change log, with a snapshot if
-- one is due. A session that is no longer complete is about its next job post. `p_messages` is how many messages were added,
-- `p_bytes` the bytes of these and of a new job post.
create function public.advance_session(
    p_moment timestamptz, p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_session uuid,
    p_draft text, p_version integer, p_is_complete boolean, p_shown_hash text, p_kind text, p_turn uuid,
    p_restored_version integer, p_changes text, p_messages integer, p_bytes integer, p_events text
)
    returns void
    language plpgsql volatile
    as $$
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
