-- Delivers a new job post to the organization's target, if there is one, after the earlier posts of its session.
create function public.enqueue_publication(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_job_post uuid, p_session uuid
)
    returns void
    language plpgsql volatile
    as $$
declare
    v_publication uuid := new_id();
    v_target uuid;
begin
    select t.id into v_target
      from publication_target t where t.organization_id = p_organization and t.livemode = p_livemode;
    if not found then
        return;
    end if;
    insert into publication
        (organization_id, id, livemode, job_post_id, session_id, target_id, status, stated_flags, created_at)
    select p_organization, v_publication, p_livemode, p_job_post, p_session, v_target, 'pending',
           array(select f.name from unnest(array['enableAiInterview', 'isFeatured']) f (name)
                  where exists (select from jsonb_array_elements(s.draft -> 'evidence' -> f.name) e
                                 where e ->> 'basis' <> 'assumed')),
           p_now
      from session s where s.organization_id = p_organization and s.id = p_session;
    perform enqueue_delivery(p_now, p_organization, p_livemode, 'publication', v_target, v_publication, p_session);
end
$$;
