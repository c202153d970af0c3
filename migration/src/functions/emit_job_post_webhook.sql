-- Emits job_post.published or job_post.revised for a new job post.
create or replace function public.emit_job_post_webhook() returns trigger
    language plpgsql
    as $$
begin
    perform emit_webhook_event(new.organization_id, new.livemode,
        case new.revision when 1 then 'job_post.published' else 'job_post.revised' end,
        json_build_object('session_id', new.session_id, 'job_post_id', new.id, 'revision', new.revision));
    return null;
end
$$;
