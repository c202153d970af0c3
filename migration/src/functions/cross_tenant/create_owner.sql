-- Creates at once a person and their organization, with the person as its owner.
create function cross_tenant.create_owner(
    p_user uuid, p_email text, p_name text, p_password_hash text, p_language text, p_organization uuid,
    p_organization_name text
)
    returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        insert into user_account (id, email, name, password_hash, language)
        values (p_user, p_email, p_name, p_password_hash, p_language);
        insert into organization (id, name) values (p_organization, p_organization_name);
        insert into membership (organization_id, user_id, role) values (p_organization, p_user, 'owner');
    $$;
