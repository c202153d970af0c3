-- What the latest migration applied. Every process compares it with what its own build expects before it serves.
create table schema_version (
    only_row boolean primary key default true check (only_row),
    newest_step text not null,
    -- Digest of the text of all functions.
    functions_digest text not null
);
grant select on schema_version to postwright_app;
