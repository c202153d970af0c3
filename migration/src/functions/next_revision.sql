-- The number that the next job post of a session gets.
create function public.next_revision(p_organization uuid, p_session uuid) returns integer
    language plpgsql stable
    as $$
begin
    return 1 + coalesce(
        (select max(p.revision) from job_post p where p.organization_id = p_organization and p.session_id = p_session), 0);
end
$$;
