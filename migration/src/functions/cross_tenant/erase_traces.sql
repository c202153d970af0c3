-- Removes from an organization's invitations, identities, stored responses and audit log what identifies a person whose erasure
-- is due. Entries of the log stay, with ids: what was done, not from where and under which address.
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
    -- Also addresses that the account had before: those of the invitations that it has accepted. The sweep deletes invitations,
    -- and then only the audit log tells about them.
    v_emails := array(
        select v_email
         union
        select i.email from invitation i where i.organization_id = p_organization and i.accepted_by = p_user
         union
        select coalesce(e.after ->> 'email', e.before ->> 'email') from audit_entry e
         where e.organization_id = p_organization and e.object_type = 'invitation'
           and e.object_id in (
               select a.object_id from audit_entry a
                where a.organization_id = p_organization and a.action in ('invitation.accepted', 'invitation.deleted')
                  and p_user::text in (a.after ->> 'accepted_by', a.before ->> 'accepted_by')));
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
        -- Of an admin's requests, such as the invitation. They live for a day; one that is repeated then runs again.
        delete from idempotency_key k where k.organization_id = p_organization and strpos(k.body, v_value) > 0;
    end loop;
end
$$;
