-- Makes every tenant table of a migrated, empty database a table partitioned by organization, as it would be spread over
-- several databases. Everything else stays: columns, defaults, keys, indexes, policies, grants, triggers.
--
-- Run as superuser.
do $$
declare
    tenant record;
    part text;
    statement text;
begin
    perform set_config('search_path', '', true);
    create schema replaced;

    -- The definitions are read while the original tables are still in place, then run on their partitioned twins.
    create temp table twin_statement (place serial, rank integer, sql text) on commit drop;
    create temp table tenant_table on commit drop as
        select c.oid, c.relname as name, c.relowner::regrole as owner, c.relacl
          from pg_catalog.pg_class c
          join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
         where c.relnamespace = 'public'::pg_catalog.regnamespace and c.relkind = 'r';

    insert into pg_temp.twin_statement (rank, sql)
    -- Primary keys, unique and check constraints before foreign keys, which refer to them.
    select case when k.contype in ('p', 'u') then 10 when k.contype = 'f' then 40 else 20 end,
           format('alter table public.%I add constraint %I %s', t.name, k.conname, pg_get_constraintdef(k.oid))
      from pg_temp.tenant_table t join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'c', 'f')
    union all
    -- Foreign keys of other tables to a tenant table.
    select 40, format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
      from pg_temp.tenant_table t join pg_constraint k on k.confrelid = t.oid and k.contype = 'f'
     where k.conrelid not in (select oid from pg_temp.tenant_table)
    union all
    select 30, pg_get_indexdef(i.indexrelid)
      from pg_temp.tenant_table t join pg_index i on i.indrelid = t.oid
     where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
    union all
    select 50, format('create policy %I on public.%I to %s using (%s) with check (%s)', p.policyname, t.name,
                      array_to_string(p.roles, ', '), p.qual, coalesce(p.with_check, p.qual))
      from pg_temp.tenant_table t join pg_policies p on p.schemaname = 'public' and p.tablename = t.name
    union all
    select 60, pg_get_triggerdef(g.oid) from pg_temp.tenant_table t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
    union all
    select 70, format('grant %s on public.%I to %I', a.privilege_type, t.name, a.grantee::regrole)
      from pg_temp.tenant_table t cross join aclexplode(t.relacl) a where a.grantee <> t.owner
    union all
    select 70, format('grant %s (%I) on public.%I to %I', a.privilege_type, c.attname, t.name, a.grantee::regrole)
      from pg_temp.tenant_table t join pg_attribute c on c.attrelid = t.oid and c.attacl is not null
      cross join aclexplode(c.attacl) a;

    for tenant in select * from pg_temp.tenant_table loop
        execute format('alter table public.%I set schema replaced', tenant.name);
    end loop;
    for tenant in select * from pg_temp.tenant_table loop
        execute format('create table public.%I (like replaced.%I including defaults including generated) partition by hash (organization_id)',
                       tenant.name, tenant.name);
        foreach part in array array['', '_p0', '_p1', '_p2', '_p3'] loop
            if part <> '' then
                execute format('create table public.%I partition of public.%I for values with (modulus 4, remainder %s)',
                               tenant.name || part, tenant.name, right(part, 1));
            end if;
            execute format('alter table public.%I owner to %s', tenant.name || part, tenant.owner);
            execute format('alter table public.%I enable row level security', tenant.name || part);
            execute format('alter table public.%I force row level security', tenant.name || part);
        end loop;
    end loop;
    -- Drops the foreign keys that refer to the original tables too.
    drop schema replaced cascade;
    for statement in select sql from pg_temp.twin_statement order by rank, place loop
        execute statement;
    end loop;
end
$$;
