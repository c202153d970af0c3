-- Webhook events: what happened, as receivers get it. They name ids and quote no messages.
create table webhook_event (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    type text not null,
    -- json, not jsonb: members stay in their order, so every attempt sends the same text.
    data json not null,
    occurred_at timestamptz not null,
    primary key (organization_id, id)
);
create index webhook_event_by_age on webhook_event (occurred_at);
create index webhook_event_on_request on webhook_event (occurred_at)
    where type in ('webhook.test', 'webhook_endpoint.verification');
-- An organization's latest verifications, which are limited.
create index webhook_event_of_verification on webhook_event (organization_id, livemode, occurred_at)
    where type = 'webhook_endpoint.verification';
alter table webhook_event enable row level security;
alter table webhook_event force row level security;
create policy tenant on webhook_event to postwright_app
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid
           and livemode = nullif(current_setting('app.livemode', true), '')::boolean);
create policy system on webhook_event to postwright_system using (true) with check (true);
grant select, insert on webhook_event to postwright_app;
grant select, insert, delete on webhook_event to postwright_system;
