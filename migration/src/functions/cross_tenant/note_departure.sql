-- Notes that a person has left an organization, which may keep rows of theirs. Unless they join another one, their account is
-- erased 30 days later, or soon if the organization itself is being deleted.
create or replace function cross_tenant.note_departure() returns trigger
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_is_deleted boolean := exists (
        select from organization_deletion d where d.id = old.organization_id and d.started_at is not null);
begin
    insert into account_erasure as e (user_id, organizations, due_at)
    values (old.user_id, case when v_is_deleted then '{}'::uuid[] else array[old.organization_id] end,
            app_clock() + case when v_is_deleted then interval '0' else interval '30 days' end)
    on conflict (user_id) do update
       set organizations = array_remove(e.organizations, old.organization_id) || excluded.organizations,
           due_at = case when e.requested_at is null then excluded.due_at else e.due_at end;
    return null;
end
$$;
