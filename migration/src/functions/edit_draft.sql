-- Commits a change by hand of a locked session, which extends the session's life as a turn does.
create function public.edit_draft(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_session uuid,
    p_draft text, p_version integer, p_is_complete boolean, p_shown_hash text, p_kind text, p_restored_version integer,
    p_changes text, p_events text,
    out revision integer, out updated_at timestamptz, out expires_at timestamptz
)
    language plpgsql volatile
    as $$
declare
    v_moment timestamptz := app_clock_now();
begin
    perform advance_session(v_moment, p_organization, p_livemode, p_user, p_api_key, p_session, p_draft, p_version,
                            p_is_complete, p_shown_hash, p_kind, null, p_restored_version, p_changes, 0, p_events);
    update session s
       set expires_at = v_moment + make_interval(secs => o.session_lifetime_seconds), expiry_noticed = false
      from organization o
     where o.id = p_organization and s.organization_id = p_organization and s.id = p_session
    returning s.revision, s.updated_at, s.expires_at into revision, updated_at, expires_at;
end
$$;
