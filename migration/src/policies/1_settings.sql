-- What an organization demands of a post: fields that must be filled, and findings that keep it back. Names that are
-- none demand nothing.
alter table organization
    add column required_fields text[] not null default '{}',
    add column blocking_rules text[] not null default '{}';
grant update (name, session_lifetime_seconds, required_fields, blocking_rules) on organization to postwright_app;
