-- A program's way in, made by an admin. It lives in one mode, but that is the key's own: admins see those of both.
-- Never deleted: what was done with it says so.
create table api_key (
    organization_id uuid not null references organization (id),
    id uuid not null,
    livemode boolean not null,
    name text not null check (length(name) between 1 and 200),
    -- SHA-256 of 256 random bits.
    secret_hash bytea not null,
    scopes text[] not null,
    created_by uuid not null references user_account (id),
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    -- To about a minute.
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (organization_id, id)
);
create unique index api_key_by_id on api_key (id);

alter table api_key enable row level security;
alter table api_key force row level security;
create policy tenant on api_key to postwright_app
    using (organization_id = nullif(current_setting('app.org', true), '')::uuid)
    with check (organization_id = nullif(current_setting('app.org', true), '')::uuid);
create policy system on api_key to postwright_system using (true) with check (true);
grant select, insert, update (name, scopes, expires_at, revoked_at) on api_key to postwright_app;
grant select, update (last_used_at) on api_key to postwright_system;

-- The key that acts in this transaction, if one does; `open_scope` knows it.
create function acting_key() returns uuid
    language plpgsql stable
    as $$ begin return nullif(current_setting('app.key', true), '')::uuid; end $$;

-- As before, and for keys. A key is good while it is neither revoked nor expired, and while who made it is an admin of
-- the organization; it acts for a member with the role that is claimed, with no more scopes than it has.
drop function open_scope(uuid, boolean, uuid, uuid, text, timestamptz, timestamptz);
create function open_scope(
    org uuid, live boolean, person uuid, login_id uuid, claimed_role text, not_before timestamptz, expires timestamptz,
    by_key uuid, claimed_scopes text, out at timestamptz, out real_time timestamptz, out standing text
)
    language plpgsql volatile
    as $$
declare
    was_set text;
begin
    was_set := set_config('app.org', org::text, true);
    was_set := set_config('app.livemode', live::text, true);
    if by_key is not null then
        was_set := set_config('app.key', by_key::text, true);
    end if;
    real_time := now();
    at := real_time + (select ahead_by from clock_offset);
    if person is null then
        standing := 'system';
    elsif real_time < not_before - interval '10 seconds' or real_time > expires + interval '10 seconds' then
        standing := 'expired';
    elsif by_key is not null then
        select case when m.role is distinct from claimed_role then 'changed'
                    when k.scopes @> string_to_array(claimed_scopes, ' ') then 'good'
                    else 'changed' end into standing
          from api_key k
          join membership maker on maker.organization_id = k.organization_id and maker.user_id = k.created_by
          left join membership m on m.organization_id = k.organization_id and m.user_id = person
         where k.organization_id = org and k.id = by_key and k.livemode = live and k.revoked_at is null
           and (k.expires_at is null or k.expires_at > real_time) and maker.role in ('owner', 'admin');
        standing := coalesce(standing, 'ended');
    else
        select case when m.role = claimed_role then 'good' else 'changed' end into standing
          from login l join membership m using (organization_id, user_id)
         where l.organization_id = org and l.id = open_scope.login_id and l.user_id = person
           and l.revoked_at is null and l.expires_at > real_time;
        standing := coalesce(standing, 'revoked');
    end if;
end
$$;
