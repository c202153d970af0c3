-- The organizations of a person, oldest membership first.
create function cross_tenant.list_memberships(p_user uuid)
    returns table (organization_id uuid, organization_name text, role text, suspended_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select m.organization_id, o.name, m.role, o.suspended_at
          from membership m join organization o on o.id = m.organization_id
         where m.user_id = p_user order by m.created_at, m.organization_id
    $$;
