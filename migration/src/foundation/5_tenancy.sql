-- The second of three layers that keep organizations apart. It fails closed: without a setting no row is visible, and
-- after a transaction the setting is '' rather than null, hence nullif.
do $$
declare
    tenant_table text;
    same_organization text := 'organization_id = nullif(current_setting(''app.org'', true), '''')::uuid';
    same_mode text := ' and livemode = nullif(current_setting(''app.livemode'', true), '''')::boolean';
    rule text;
begin
    foreach tenant_table in array array['membership', 'login', 'refresh_token', 'session', 'turn', 'message', 'draft_change', 'job_post'] loop
        rule := same_organization;
        if tenant_table in ('session', 'turn', 'message', 'draft_change', 'job_post') then
            rule := rule || same_mode;
        end if;
        execute format('create policy tenant on %I to postwright_app using (%s) with check (%s)', tenant_table, rule, rule);
    end loop;
    foreach tenant_table in array array['organization', 'user_account', 'membership', 'login', 'refresh_token', 'session', 'turn', 'message', 'draft_change', 'job_post'] loop
        execute format('alter table %I enable row level security', tenant_table);
        execute format('alter table %I force row level security', tenant_table);
        execute format('create policy system on %I to postwright_system using (true) with check (true)', tenant_table);
    end loop;
end
$$;

create policy tenant on organization to postwright_app
    using (id = nullif(current_setting('app.org', true), '')::uuid);
-- People belong to no organization; one sees those who are members of one's own.
create policy tenant on user_account to postwright_app
    using (exists (select from membership m where m.user_id = user_account.id));

grant select on organization to postwright_app;
grant select (id, email, name, created_at) on user_account to postwright_app;
grant select, insert, update, delete on membership, login, refresh_token to postwright_app;
grant select, insert, update, delete on session, turn, message to postwright_app;
grant select, insert on draft_change, job_post to postwright_app;

grant select, insert, update on organization, user_account, membership to postwright_system;
-- Locking a row takes the right to update it.
grant select, update, delete on login, session to postwright_system;
grant select on refresh_token to postwright_system;
grant select, update on turn to postwright_system;

-- Opens a transaction for one organization and says, in the same round trip, what time it is and whether the person
-- who asks may still do so: their login is neither revoked nor expired, their role is the one the token claims.
-- Times of tokens are compared with the real clock, so that moving app_clock() signs nobody out.
create function open_scope(
    org uuid, live boolean, person uuid, login_id uuid, claimed_role text, not_before timestamptz, expires timestamptz,
    out at timestamptz, out real_time timestamptz, out standing text
)
    language plpgsql volatile
    as $$
begin
    perform set_config('app.org', org::text, true), set_config('app.livemode', live::text, true);
    at := app_clock();
    real_time := now();
    if person is null then
        standing := 'system';
    elsif now() < not_before - interval '10 seconds' or now() > expires + interval '10 seconds' then
        standing := 'expired';
    else
        select case when m.role = claimed_role then 'good' else 'changed' end into standing
          from login l join membership m using (organization_id, user_id)
         where l.organization_id = org and l.id = open_scope.login_id and l.user_id = person
           and l.revoked_at is null and l.expires_at > now();
        standing := coalesce(standing, 'revoked');
    end if;
end
$$;
