-- Refuses to change or delete entries of the audit log, also with the rights to do so. Only functions of postwright_system
-- may: the sweep and the deletion of an organization delete them, and the erasure of an account removes personal data.
create or replace function public.keep_audit_entry() returns trigger
    language plpgsql
    as $$
declare
    v_personal constant text[] := array['address', 'user_agent', 'caller_request_id', 'before', 'after', 'details'];
begin
    if tg_op = 'DELETE' and current_user = 'postwright_system' then
        return old;
    end if;
    if tg_op = 'UPDATE' and current_user = 'postwright_system'
       and to_jsonb(new) - v_personal = to_jsonb(old) - v_personal then
        return new;
    end if;
    raise exception 'entries of the audit log cannot be changed or deleted' using errcode = 'insufficient_privilege';
end
$$;
