-- Notes that a person demands the erasure of their account. From now on it joins no organization.
create function cross_tenant.request_account_erasure(p_user uuid, p_revoke_keys boolean) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
begin
    -- Waits for transactions in which the person is joining an organization.
    perform from user_account a where a.id = p_user for update;
    insert into account_erasure as e (user_id, requested_at, due_at, revokes_keys)
    values (p_user, now(), app_clock(), p_revoke_keys)
    on conflict (user_id) do update
       set requested_at = excluded.requested_at, due_at = excluded.due_at, revokes_keys = excluded.revokes_keys;
end
$$;
