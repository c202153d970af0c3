-- Roles belong to the cluster, not to the database: several databases may create them at the same moment.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['postwright_app login', 'postwright_queue nologin', 'postwright_system nologin'] loop
        begin
            execute 'create role ' || wanted;
        exception when duplicate_object or unique_violation then null;
        end;
    end loop;
    if not pg_has_role('postwright_app', 'postwright_queue', 'member') then
        grant postwright_queue to postwright_app;
    end if;
    -- Only a member can hand a function over to a role; from PostgreSQL 16 on its creator is none that may.
    grant postwright_system to current_user;
end
$$;

-- Functions that look across organizations live here, and nowhere else.
create schema across;
grant usage, create on schema across to postwright_system;
grant usage on schema across to postwright_app;
grant usage on schema public to postwright_app, postwright_system, postwright_queue;
