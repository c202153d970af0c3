-- Ends a login that another one, in another organization, continues; returns false when it has ended already. The account is
-- locked until the transaction ends: whatever ends all logins of the person comes before both changes or after them.
create function cross_tenant.move_login(
    p_user uuid, p_organization uuid, p_login uuid, p_to_organization uuid, p_to_login uuid
)
    returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
begin
    perform from user_account a where a.id = p_user for share;
    update login
       set revoked_at = now(), moved_to_organization_id = p_to_organization, moved_to_login_id = p_to_login
     where organization_id = p_organization and id = p_login and user_id = p_user
       and revoked_at is null and expires_at > now();
    return found;
end
$$;
