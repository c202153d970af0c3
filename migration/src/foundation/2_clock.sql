-- The one clock of expiry and leases. Tests move it; in production the offset is zero.
create table clock_offset (
    only_row boolean primary key default true check (only_row),
    ahead_by interval not null default '0'
);
insert into clock_offset default values;
grant select on clock_offset to postwright_app, postwright_system;

create function app_clock() returns timestamptz
    language sql stable
    as $$ select now() + (select ahead_by from public.clock_offset) $$;
