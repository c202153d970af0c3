-- Creates an organization without members, for its operator, who then invites an owner.
create function cross_tenant.create_organization(p_organization uuid, p_name text) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$ insert into organization (id, name) values (p_organization, p_name) $$;
