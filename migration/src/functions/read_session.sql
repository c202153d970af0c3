-- A session that the user may see, with the rules of its organization; also an expired one while the organization retains it.
create function public.read_session(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_user uuid, p_sees_all boolean, p_session uuid
)
    returns table (
        organization_id uuid, id uuid, livemode boolean, user_id uuid, api_key_id uuid, company_name text, draft jsonb,
        version integer, is_complete boolean, shown_hash text, revision integer, next_sequence integer, next_event bigint,
        message_count integer, locale text, forked_from uuid, created_at timestamptz, updated_at timestamptz,
        expires_at timestamptz, expiry_noticed boolean, required_fields text[], blocking_rules text[], writing json,
        currency text, session_retention_days integer, now timestamptz
    )
    language plpgsql stable
    as $$
begin
    return query
        select s.organization_id, s.id, s.livemode, s.user_id, s.api_key_id, s.company_name, s.draft,
               s.version, s.is_complete, s.shown_hash, s.revision, s.next_sequence, s.next_event,
               s.message_count, s.locale, s.forked_from, s.created_at, s.updated_at,
               s.expires_at, s.expiry_noticed, o.required_fields, o.blocking_rules, o.writing::json,
               o.currency, o.session_retention_days, p_now
          from session s join organization o on o.id = s.organization_id
         where s.organization_id = p_organization and s.id = p_session
           and s.expires_at + make_interval(days => o.session_retention_days) > p_now
           and (p_sees_all or s.user_id = p_user);
end
$$;
