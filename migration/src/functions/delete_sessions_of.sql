-- Deletes up to `p_limit` sessions that a person began, or in which a message or a change is theirs, so also forks of such
-- sessions; and the stored responses to the person. Returns how many sessions.
create function public.delete_sessions_of(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_user uuid, p_limit integer
)
    returns integer
    language plpgsql volatile
    as $$
declare
    v_deleted integer;
begin
    delete from idempotency_key k
     where k.organization_id = p_organization and k.livemode = p_livemode and k.user_id = p_user;
    delete from session s
     where s.organization_id = p_organization and s.id in (
           select o.id from session o where o.organization_id = p_organization and o.user_id = p_user
           union
           select t.session_id from turn t where t.organization_id = p_organization and t.user_id = p_user
           union
           select c.session_id from draft_change c where c.organization_id = p_organization and c.user_id = p_user
           limit p_limit);
    get diagnostics v_deleted = row_count;
    return v_deleted;
end
$$;
