-- Emits session.completed when a session becomes complete. Its job post has been written by then.
create or replace function public.emit_session_completed_webhook() returns trigger
    language plpgsql
    as $$
begin
    perform emit_webhook_event(new.organization_id, new.livemode, 'session.completed',
        json_build_object('session_id', new.id, 'revision', new.revision, 'job_post_id',
            (select p.id from job_post p
              where p.organization_id = new.organization_id and p.session_id = new.id and p.revision = new.revision)));
    return null;
end
$$;
