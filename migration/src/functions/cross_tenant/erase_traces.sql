-- Removes from an organization's invitations, identities and audit log what tells who a person is whose erasure is due. Entries of the log
-- stay, with ids: what was done, not from where and under which address.
create function cross_tenant.erase_traces(p_organization uuid, p_user uuid) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_email constant text := (select a.email from user_account a where a.id = p_user);
    v_value text;
    v_emails text[];
begin
    perform from account_erasure e where e.user_id = p_user and e.due_at <= app_clock();
    if not found then
        raise exception 'the erasure of account % is not due', p_user;
    end if;
    -- Also addresses that the account had before.
    v_emails := array(select distinct i.email from invitation i
                       where i.organization_id = p_organization and i.accepted_by = p_user) || v_email;
    delete from invitation i
     where i.organization_id = p_organization and (i.accepted_by = p_user or i.email = v_email);
    delete from external_identity i where i.organization_id = p_organization and i.user_id = p_user;
    delete from removed_member r where r.organization_id = p_organization and r.user_id = p_user;
    update audit_entry e set address = null, user_agent = null, caller_request_id = null
     where e.organization_id = p_organization
       -- A refused sign-in has no actor, but was probably the person's.
       and (e.actor_user_id = p_user
            or e.actor_kind = 'anonymous' and e.object_type = 'account' and e.object_id = p_user)
       and coalesce(e.address, e.user_agent, e.caller_request_id) is not null;
    -- As whole values: an address may be the end of another person's.
    foreach v_value in array array(select to_jsonb(a.email)::text from unnest(v_emails) a (email) where a.email is not null)
    loop
        update audit_entry e
           set before = replace(e.before::text, v_value, '"(erased)"')::jsonb,
               after = replace(e.after::text, v_value, '"(erased)"')::jsonb,
               details = replace(e.details::text, v_value, '"(erased)"')::jsonb
         where e.organization_id = p_organization
           and strpos(concat(e.before, e.after, e.details), v_value) > 0;
    end loop;
end
$$;
