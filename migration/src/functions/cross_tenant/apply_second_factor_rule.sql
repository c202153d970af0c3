-- Says of the logins in these organizations, of one person or of all members, whether they may only add a second factor: their
-- organization requires one and the person has none. The organization is locked against a change of its rule, before its
-- logins, so that of a sign-in and a change at once one sees the other.
create function cross_tenant.apply_second_factor_rule(p_organizations uuid[], p_user uuid) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_organization uuid;
    v_required boolean;
    v_users uuid[];
begin
    -- One organization a statement, in one order.
    for v_organization in select o.id from unnest(p_organizations) o (id) order by o.id loop
        select o.second_factor_required into v_required from organization o where o.id = v_organization for share;
        v_users := case when p_user is not null then array[p_user]
                        else array(select m.user_id from membership m where m.organization_id = v_organization) end;
        update login l set enrolment_required = not l.enrolment_required
         where l.organization_id = v_organization and l.user_id = any(v_users) and l.revoked_at is null
           and l.expires_at > now()
           and l.enrolment_required <> (
               v_required and l.authenticated_by = 'password'
               and not exists (select from second_factor f
                                where f.user_id = l.user_id and f.confirmed_at is not null));
    end loop;
end
$$;
