-- Writes a changed row of a configuration table into the audit log, in the transaction of the change. Its arguments are
-- the object's type, the column of the object's id, and lists of columns: whose values are recorded, of which only is
-- recorded that they changed, and whose changes are no configuration. A test refuses columns in none of the lists.
create or replace function public.record_change() returns trigger
    language plpgsql
    as $$
declare
    v_object constant text := tg_argv[0];
    v_redacted constant text[] := string_to_array(tg_argv[3], ' ');
    v_old jsonb;
    v_new jsonb;
    v_row jsonb;
    v_changed text[];
begin
    if tg_op <> 'INSERT' then v_old := to_jsonb(old); end if;
    if tg_op <> 'DELETE' then v_new := to_jsonb(new); end if;
    v_row := coalesce(v_new, v_old);
    v_changed := array(select c from unnest(string_to_array(tg_argv[2], ' ') || v_redacted) c
                        where (v_old ->> c) is distinct from (v_new ->> c));
    -- A secret that changes alone was only sealed with another key.
    if tg_op <> 'UPDATE' or v_changed <> '{}' and v_old - v_redacted <> v_new - v_redacted then
        perform insert_audit_entry(
            coalesce(v_row ->> 'organization_id', v_row ->> 'id')::uuid,
            name_audit_action(v_object, tg_op, v_changed),
            -- A login begins before its person is known as the caller.
            case when v_object = 'login' and tg_op = 'INSERT' then (v_row ->> 'user_id')::uuid end,
            v_object, (v_row ->> tg_argv[1])::uuid,
            audited_values(v_old, v_changed, v_redacted), audited_values(v_new, v_changed, v_redacted), null);
    end if;
    return null;
end
$$;
