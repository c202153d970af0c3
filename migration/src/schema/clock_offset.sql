-- What the clock of expiry and leases adds to the server's clock: zero in production, moved by tests.
create table clock_offset (
    only_row boolean primary key default true check (only_row),
    ahead_by interval not null default '0'
);
insert into clock_offset default values;
grant select on clock_offset to postwright_app, postwright_system;
