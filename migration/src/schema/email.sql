-- E-mails to send: a transactional outbox. A row is written in the transaction of what the e-mail tells, and a worker sends it.
-- The app reaches it through functions only. Recipient, texts and links are in the sealed payload, which is deleted when the
-- e-mail is sent or given up.
create table email (
    id uuid primary key,
    -- The organization whose activity caused it; the nil UUID when nobody was signed in. Sending takes turns among these, their
    -- kinds, and whether the recipient has an account.
    caused_by uuid not null,
    kind text not null,
    -- The recipient had an account when it was written. Strangers can name any number of addresses without one.
    to_account boolean not null,
    -- Hash of organization, kind and recipient: how many of one kind a recipient gets in an hour. The sweep empties it afterwards,
    -- because somebody who knows the address could find it here.
    counted_as bytea,
    payload bytea,
    status text not null default 'pending' check (status in ('pending', 'sent', 'failed')),
    -- Claims so far.
    attempts integer not null default 0 check (attempts >= 0),
    -- The fencing token: rises with every claim.
    epoch integer not null default 0,
    -- When it may be claimed; while it is leased, when it may be claimed again if the worker dies.
    next_attempt_at timestamptz not null default app_clock(),
    -- When it is of no use any more, for example because its link has expired.
    expires_at timestamptz not null,
    -- Why the latest attempt failed. No text of the mail server, which could quote the recipient.
    error text,
    created_at timestamptz not null default app_clock(),
    finished_at timestamptz,
    check ((status = 'pending') = (finished_at is null)),
    check ((status = 'pending') = (payload is not null))
);
create index email_due on email (caused_by, kind, to_account, next_attempt_at, id) where status = 'pending';
create index email_counted on email (counted_as, created_at) where counted_as is not null;
create index email_by_age on email (finished_at) where status <> 'pending';
alter table email enable row level security;
alter table email force row level security;
create policy system on email to postwright_system using (true) with check (true);
grant select, insert, update, delete on email to postwright_system;
