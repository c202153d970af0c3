do $$
declare
    tenant_table text;
    own text := 'organization_id = nullif(current_setting(''app.org'', true), '''')::uuid'
             || ' and livemode = nullif(current_setting(''app.livemode'', true), '''')::boolean';
    signature text;
begin
    foreach tenant_table in array array['delivery', 'delivery_attempt', 'webhook_endpoint', 'webhook_event'] loop
        execute format('alter table %I enable row level security', tenant_table);
        execute format('alter table %I force row level security', tenant_table);
        execute format('create policy tenant on %I to postwright_app using (%s) with check (%s)', tenant_table, own, own);
        execute format('create policy system on %I to postwright_system using (true) with check (true)', tenant_table);
    end loop;
    for signature in select p.oid::regprocedure::text from pg_proc p
                      where p.pronamespace = 'across'::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user) loop
        execute format('revoke all on function %s from public', signature);
        execute format('alter function %s owner to postwright_system', signature);
        execute format('grant execute on function %s to postwright_app', signature);
    end loop;
end
$$;

grant select, insert, update, delete on delivery, webhook_endpoint to postwright_app;
grant select, insert on webhook_event to postwright_app;
grant select, insert, update on delivery_attempt to postwright_app;
grant select on webhook_endpoint to postwright_system;
grant select, insert, update, delete on delivery to postwright_system;
grant select, insert, update on delivery_attempt to postwright_system;
grant select, insert, delete on webhook_event to postwright_system;
-- `session` and `organization` they may read and lock already; and they tell which job post a session ended with.
grant select on job_post to postwright_system;
