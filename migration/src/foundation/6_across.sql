-- What must look across organizations: signing in, claiming, reconciling, cleaning up. Each returns ids or rows without
-- content; all that follows happens in the scope of the one organization it concerns.

create function across.find_account(wanted_email text)
    returns table (user_id uuid, password_hash text)
    language sql stable security definer set search_path = public, pg_temp
    as $$ select id, password_hash from user_account where lower(email) = lower(wanted_email) $$;

create function across.add_account(new_id uuid, new_email text, new_name text, new_hash text) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$ insert into user_account (id, email, name, password_hash) values (new_id, new_email, new_name, new_hash) $$;

create function across.replace_password_hash(account uuid, old_hash text, new_hash text) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$ update user_account set password_hash = new_hash where id = account and password_hash = old_hash $$;

-- A person, their organization and their place in it as its owner.
create function across.sign_up(
    new_user uuid, new_email text, new_name text, new_hash text, new_organization uuid, organization_name text
) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        insert into user_account (id, email, name, password_hash) values (new_user, new_email, new_name, new_hash);
        insert into organization (id, name) values (new_organization, organization_name);
        insert into membership (organization_id, user_id, role) values (new_organization, new_user, 'owner');
    $$;

create function across.memberships(account uuid)
    returns table (organization_id uuid, name text, role text)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select m.organization_id, o.name, m.role from membership m join organization o on o.id = m.organization_id
         where m.user_id = account order by m.created_at, m.organization_id
    $$;

create function across.find_refresh_token(hash bytea)
    returns table (organization_id uuid, login_id uuid, user_id uuid)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select l.organization_id, l.id, l.user_id
          from refresh_token t join login l on l.organization_id = t.organization_id and l.id = t.login_id
         where t.token_hash = hash
    $$;

-- The oldest turns that may run: due, and with no unfinished turn before them in their session. Two claimers skip each
-- other's rows; a turn whose third claim has died is left to across.reconcile().
create function across.claim_turns(most integer, lease interval)
    returns table (organization_id uuid, livemode boolean, session_id uuid, turn_id uuid, epoch integer)
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with next as (
            select t.organization_id, t.id from turn t
             where t.status = 'queued' and t.run_after <= app_clock() and t.claims < 3
               and not exists (
                   select from turn before
                    where before.organization_id = t.organization_id and before.session_id = t.session_id
                      and before.sequence < t.sequence and before.status in ('queued', 'running'))
             order by t.run_after limit most for update skip locked)
        update turn t
           set status = 'running', epoch = t.epoch + 1, claims = t.claims + 1, lease_until = app_clock() + lease,
               started_at = coalesce(t.started_at, app_clock())
          from next where t.organization_id = next.organization_id and t.id = next.id
        returning t.organization_id, t.livemode, t.session_id, t.id, t.epoch
    $$;

-- Returns the turns that are still held; who misses one has lost it.
create function across.renew_leases(turns uuid[], epochs integer[], lease interval)
    returns table (turn_id uuid)
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        update turn t set lease_until = app_clock() + lease
          from unnest(turns, epochs) as held (id, epoch)
         where t.id = held.id and t.epoch = held.epoch and t.status = 'running'
        returning t.id
    $$;

-- Turns whose worker is gone run again, or fail when that was their third claim. One process at a time.
create function across.reconcile(most integer)
    returns table (turn_id uuid, status text)
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
begin
    if not pg_try_advisory_xact_lock(hashtext('postwright.reconcile')) then
        return;
    end if;
    return query
        with lost as (
            select t.organization_id, t.id from turn t
             where t.status = 'running' and t.lease_until < app_clock()
             order by t.lease_until limit most for update skip locked)
        update turn t
           set status = case when t.claims >= 3 then 'failed' else 'queued' end,
               lease_until = null,
               run_after = app_clock(),
               error_code = case when t.claims >= 3 then 'worker_lost' end,
               finished_at = case when t.claims >= 3 then app_clock() end
          from lost where t.organization_id = lost.organization_id and t.id = lost.id
        returning t.id, t.status;
end
$$;

-- Deletes expired sessions with all they hold; null while another process is at it.
create function across.sweep_sessions(most integer) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    swept integer;
begin
    if not pg_try_advisory_xact_lock(hashtext('postwright.sweep')) then
        return null;
    end if;
    with expired as (
        select s.organization_id, s.id from session s where s.expires_at <= app_clock()
         order by s.expires_at limit most for update skip locked)
    delete from session s using expired where s.organization_id = expired.organization_id and s.id = expired.id;
    get diagnostics swept = row_count;
    return swept;
end
$$;

-- Deletes logins that ended more than a day ago, with their refresh tokens.
create function across.sweep_logins(most integer) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    swept integer;
begin
    with ended as (
        select l.organization_id, l.id from login l where l.expires_at < now() - interval '1 day'
         order by l.expires_at limit most for update skip locked)
    delete from login l using ended where l.organization_id = ended.organization_id and l.id = ended.id;
    get diagnostics swept = row_count;
    return swept;
end
$$;

do $$
declare
    signature text;
begin
    for signature in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'across'::regnamespace loop
        execute format('revoke all on function %s from public', signature);
        execute format('alter function %s owner to postwright_system', signature);
        execute format('grant execute on function %s to postwright_app', signature);
    end loop;
end
$$;
