-- Begins the deletion of an organization that is due, and ends its API keys; false: it is not due, or was cancelled. From now
-- on it cannot be cancelled. Its logins end with the memberships, which are deleted next.
create function cross_tenant.begin_organization_deletion(p_organization uuid) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
begin
    update organization_deletion set started_at = coalesce(started_at, app_clock())
     where id = p_organization and due_at <= app_clock() and finished_at is null;
    if not found then
        return false;
    end if;
    update api_key set revoked_at = now() where organization_id = p_organization and revoked_at is null;
    return true;
end
$$;
