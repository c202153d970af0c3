-- Emits job_post.published or job_post.revised for a new job post, and job_post.deleted for a deleted one.
create or replace function public.emit_job_post_webhook() returns trigger
    language plpgsql
    as $$
declare
    v_post record;
begin
    if tg_op = 'DELETE' then
        v_post := old;
    else
        v_post := new;
    end if;
    perform emit_webhook_event(v_post.organization_id, v_post.livemode,
        case when tg_op = 'DELETE' then 'job_post.deleted'
             when v_post.revision = 1 then 'job_post.published' else 'job_post.revised' end,
        json_build_object('session_id', v_post.session_id, 'job_post_id', v_post.id, 'revision', v_post.revision));
    return null;
end
$$;
