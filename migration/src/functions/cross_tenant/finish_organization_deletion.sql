-- Deletes the organization itself, once no table has a row of it; false: one has.
create function cross_tenant.finish_organization_deletion(p_organization uuid) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_table regclass;
    v_has_rows boolean;
begin
    -- Waits for transactions that are adding rows of the organization, and keeps further ones from doing so.
    perform from organization o where o.id = p_organization for update;
    for v_table in
        select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    loop
        execute format('select exists (select from %s where organization_id = $1)', v_table)
           into v_has_rows using p_organization;
        if v_has_rows then
            return false;
        end if;
    end loop;
    update organization_deletion set finished_at = app_clock()
     where id = p_organization and started_at is not null and finished_at is null;
    if found then
        delete from email where caused_by = p_organization;
        delete from organization where id = p_organization;
    end if;
    return true;
end
$$;
