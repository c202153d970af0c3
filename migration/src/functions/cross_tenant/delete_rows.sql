-- Deletes up to `p_limit` rows of a table of an organization whose deletion has begun, and counts them there; returns how many.
create function cross_tenant.delete_rows(p_organization uuid, p_table text, p_limit integer) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_table regclass := format('public.%I', p_table)::regclass;
    v_key text;
    v_deleted integer;
begin
    perform from organization_deletion d
      where d.id = p_organization and d.started_at is not null and d.finished_at is null for no key update;
    if not found then
        raise exception 'the deletion of organization % has not begun', p_organization;
    end if;
    select string_agg(format('t.%I', a.attname), ', ') into v_key
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
     where i.indrelid = v_table and i.indisprimary;
    execute format(
        'delete from %1$s t where t.organization_id = $1
            and (%2$s) in (select %2$s from %1$s t where t.organization_id = $1 limit $2)', v_table, v_key)
      using p_organization, p_limit;
    get diagnostics v_deleted = row_count;
    update organization_deletion d
       set deleted_rows = d.deleted_rows
                       || jsonb_build_object(p_table, coalesce((d.deleted_rows ->> p_table)::bigint, 0) + v_deleted)
     where d.id = p_organization;
    return v_deleted;
end
$$;
