-- Deletes a job post of the transaction's organization and mode with the copies of it: its publications, what was sent of
-- them, and stored responses. False: there is no such post.
create function cross_tenant.erase_job_post(p_job_post uuid) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_organization uuid := nullif(current_setting('app.organization', true), '')::uuid;
    v_livemode boolean := nullif(current_setting('app.livemode', true), '')::boolean;
begin
    -- A worker that is sending one of them finds nothing to record.
    delete from delivery d using publication p
     where p.organization_id = v_organization and p.livemode = v_livemode and p.job_post_id = p_job_post
       and d.organization_id = p.organization_id and d.target_id = p.target_id and d.subject_id = p.id;
    delete from publication p
     where p.organization_id = v_organization and p.livemode = v_livemode and p.job_post_id = p_job_post;
    -- The responses of finalize have the whole post. They are kept for a day.
    delete from idempotency_key k
     where k.organization_id = v_organization and k.livemode = v_livemode and k.operation = 'finalize_session'
       and k.body like '%' || p_job_post || '%';
    delete from job_post p
     where p.organization_id = v_organization and p.livemode = v_livemode and p.id = p_job_post;
    return found;
end
$$;
