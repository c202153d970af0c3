-- Functions that look across organizations run with the rights of postwright_system, and only the app may call them.
do $$
declare
    v_function text;
begin
    for v_function in
        select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'cross_tenant'::regnamespace
    loop
        execute format('revoke all on function %s from public', v_function);
        execute format('alter function %s owner to postwright_system', v_function);
        execute format('grant execute on function %s to postwright_app', v_function);
    end loop;
end
$$;
