-- Emits turn.completed or turn.failed when a turn ends.
create or replace function public.emit_turn_webhook() returns trigger
    language plpgsql
    as $$
begin
    perform case new.status
        when 'succeeded' then emit_webhook_event(new.organization_id, new.livemode, 'turn.completed',
            json_build_object('session_id', new.session_id, 'turn_id', new.id))
        else emit_webhook_event(new.organization_id, new.livemode, 'turn.failed',
            json_build_object('session_id', new.session_id, 'turn_id', new.id, 'code', new.error_code)) end;
    return null;
end
$$;
