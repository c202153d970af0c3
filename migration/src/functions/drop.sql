-- Drops our functions and the enums that they return, so that a signature may change. A function that a column default or
-- a trigger uses stays and is replaced in place.
do $$
declare
    v_statement text;
begin
    for v_statement in
        select format('drop function %s', p.oid::regprocedure)
          from pg_proc p
         where p.pronamespace in ('public'::regnamespace, 'cross_tenant'::regnamespace)
           and pg_get_userbyid(p.proowner) in (current_user, 'postwright_system')
           and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid
                                                     and d.deptype = 'e')
           and not exists (select from pg_depend d where d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid)
        union all
        select format('drop type %s', t.oid::regtype)
          from pg_type t
         where t.typtype = 'e' and t.typnamespace = 'public'::regnamespace and t.typowner = current_user::regrole
           and not exists (select from pg_attribute a where a.atttypid = t.oid)
    loop
        execute v_statement;
    end loop;
end
$$;
