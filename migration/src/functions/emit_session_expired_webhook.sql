-- Emits session.expired when the sweep deletes an expired session before cross_tenant.emit_expiry_webhooks saw it. Nothing
-- else can delete a session that has expired.
create or replace function public.emit_session_expired_webhook() returns trigger
    language plpgsql
    as $$
begin
    perform emit_webhook_event(old.organization_id, old.livemode, 'session.expired',
        json_build_object('session_id', old.id, 'is_complete', old.is_complete), old.expires_at);
    return null;
end
$$;
