-- Refuses to change or delete entries of the audit log, also with the rights to do so. Only the sweep deletes them,
-- with the rights of postwright_system.
create or replace function public.keep_audit_entry() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'DELETE' and current_user = 'postwright_system' then
        return old;
    end if;
    raise exception 'entries of the audit log cannot be changed or deleted' using errcode = 'insufficient_privilege';
end
$$;
