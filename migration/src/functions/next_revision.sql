-- The number that the next job post of a session gets: higher than that of any earlier one, as far as they are not deleted,
-- and than that of the post that the session is complete with.
create function public.next_revision(p_organization uuid, p_session uuid) returns integer
    language plpgsql stable
    as $$
begin
    return greatest(
        1 + (select max(p.revision) from job_post p where p.organization_id = p_organization and p.session_id = p_session),
        (select case when s.is_complete then s.revision + 1 else s.revision end
           from session s where s.organization_id = p_organization and s.id = p_session));
end
$$;
