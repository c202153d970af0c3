-- Completes a locked session by hand: the user confirms the content with this hash. Finalizing again changes no job post.
create function public.finalize_session(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_api_key uuid, p_session uuid, p_job_post uuid,
    p_version integer, p_content text, p_content_hash text,
    out job_post_id uuid, out is_new boolean
)
    language plpgsql volatile
    as $$
declare
    v_job_post record;
begin
    select * into v_job_post
      from publish_post(p_now, p_organization, p_livemode, p_api_key, p_session, p_job_post, p_version, p_content,
                        p_content_hash);
    if v_job_post.is_new then
        perform append_events(p_now, p_organization, p_livemode, p_session, json_build_array(v_job_post.event)::text);
    end if;
    update session
       set is_complete = true, shown_hash = p_content_hash, revision = v_job_post.revision, updated_at = app_clock_now(),
           stored_bytes = stored_bytes + case when v_job_post.is_new then octet_length(p_content) else 0 end
     where organization_id = p_organization and id = p_session;
    job_post_id := v_job_post.job_post_id;
    is_new := v_job_post.is_new;
end
$$;
