-- Gives an expired session, which is locked, the life of a new one.
create function public.reopen_session(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_session uuid,
    out updated_at timestamptz, out expires_at timestamptz
)
    language sql volatile
    as $$
        update session s
           set updated_at = app_clock_now(), expiry_noticed = false,
               expires_at = app_clock_now() + make_interval(secs => o.session_lifetime_seconds)
          from organization o
         where o.id = p_organization and s.organization_id = p_organization and s.id = p_session
        returning s.updated_at, s.expires_at
    $$;
