-- Accounts that are to be erased, and organizations that may have rows of theirs: those that the person has left. Leaving an
-- organization writes the row, joining one postpones the erasure (cross_tenant.note_departure and note_arrival). A local table:
-- the organizations' rows are in the same database.
create table account_erasure (
    user_id uuid primary key references user_account (id),
    organizations uuid[] not null default '{}',
    -- When the account is erased, if it belongs to no organization then; null: not.
    due_at timestamptz,
    -- When the person demanded it. Their memberships then end too.
    requested_at timestamptz,
    -- Whether the active API keys that they have created end then.
    revokes_keys boolean not null default false
);
create index account_erasure_due on account_erasure (due_at) where due_at is not null;

alter table account_erasure enable row level security;
alter table account_erasure force row level security;
create policy system on account_erasure to postwright_system using (true) with check (true);
grant select, insert, update, delete on account_erasure to postwright_system;
