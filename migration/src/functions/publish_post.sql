-- The job post with this content of a session, which is written once; `event` says in the session's log that it is new. A
-- new post is delivered to the organization's target in the same transaction.
create function public.publish_post(
    p_moment timestamptz, p_organization uuid, p_livemode boolean, p_api_key uuid, p_session uuid, p_job_post uuid,
    p_version integer, p_content text, p_content_hash text,
    out job_post_id uuid, out revision integer, out is_new boolean, out event json
)
    language plpgsql volatile
    as $$
begin
    select p.id, p.revision into job_post_id, revision
      from job_post p
     where p.organization_id = p_organization and p.session_id = p_session and p.content_hash = p_content_hash;
    is_new := not found;
    if is_new then
        insert into job_post as p
            (organization_id, id, livemode, session_id, user_id, api_key_id, revision, company_name, content, content_hash,
             version, created_at)
        select p_organization, p_job_post, p_livemode, s.id, s.user_id, p_api_key, next_revision(p_organization, s.id),
               s.company_name, p_content::jsonb, p_content_hash, p_version, p_moment
          from session s where s.organization_id = p_organization and s.id = p_session
        returning p.id, p.revision into job_post_id, revision;
        event := json_build_object('type', 'job_post.finalized', 'data',
                                   json_build_object('job_post_id', job_post_id, 'revision', revision));
        perform enqueue_publication(p_moment, p_organization, p_livemode, job_post_id, p_session);
    end if;
end
$$;
