-- Commits a change by hand of a locked session, which extends the session's life as a turn does. Beyond a quota, which
-- `quota_name` then names, nothing is written.
create function public.edit_draft(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_user uuid, p_api_key uuid, p_session uuid,
    p_draft text, p_version integer, p_is_complete boolean, p_shown_hash text, p_kind text, p_restored_version integer,
    p_changes text, p_events text, p_max_versions integer, p_max_bytes integer,
    out revision integer, out updated_at timestamptz, out expires_at timestamptz,
    out quota_name text, out quota_limit bigint, out quota_used bigint
)
    language plpgsql volatile
    as $$
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
