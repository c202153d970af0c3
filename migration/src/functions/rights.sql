-- Functions that look across organizations run with the rights of postwright_system, and only the app may call them. Some
-- erase what the app itself may not delete: rows of any table that has an organization.
do $$
declare
    v_function text;
    v_table regclass;
begin
    for v_function in
        select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'cross_tenant'::regnamespace
    loop
        execute format('revoke all on function %s from public', v_function);
        execute format('alter function %s owner to postwright_system', v_function);
        execute format('grant execute on function %s to postwright_app', v_function);
    end loop;
    for v_table in
        select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    loop
        execute format('grant select, delete on %s to postwright_system', v_table);
    end loop;
end
$$;
