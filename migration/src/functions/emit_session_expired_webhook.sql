-- Emits session.expired for an expired session that is deleted before cross_tenant.note_expiries has noticed it.
create or replace function public.emit_session_expired_webhook() returns trigger
    language plpgsql
    as $$
begin
    perform emit_webhook_event(old.organization_id, old.livemode, 'session.expired',
        json_build_object('session_id', old.id, 'is_complete', old.is_complete), old.expires_at);
    return null;
end
$$;
