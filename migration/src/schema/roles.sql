-- The roles, and the schema of the functions that look across organizations.
-- Roles belong to the cluster, not to the database: several databases may create them at the same moment.
do $$
declare
    v_role text;
begin
    foreach v_role in array array['postwright_app login', 'postwright_queue nologin', 'postwright_system nologin'] loop
        begin
            execute 'create role ' || v_role;
        exception when duplicate_object or unique_violation then null;
        end;
    end loop;
    if not pg_has_role('postwright_app', 'postwright_queue', 'member') then
        grant postwright_queue to postwright_app;
    end if;
    -- Only a member of a role can make it the owner of a function; since PostgreSQL 16 the role's creator is no such member.
    grant postwright_system to current_user;
end
$$;

create schema cross_tenant;
grant usage, create on schema cross_tenant to postwright_system;
grant usage on schema cross_tenant to postwright_app;
grant usage on schema public to postwright_app, postwright_system, postwright_queue;
