-- Deletes logins that expired longer than `p_age` ago, with their refresh tokens, invitations whose link expired longer than
-- `p_invitation_age` ago, and sign-ins at identity providers that were not completed in time; returns the largest of the counts.
create function cross_tenant.sweep_logins(p_age interval, p_invitation_age interval, p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with ended as (
            select l.organization_id, l.id from login l where l.expires_at < now() - p_age
             order by l.expires_at limit p_limit for update skip locked
        ), deleted as (
            delete from login l using ended where l.organization_id = ended.organization_id and l.id = ended.id
            returning 1
        ), aged_invitation as (
            select i.organization_id, i.id from invitation i where i.expires_at < app_clock() - p_invitation_age
             order by i.expires_at limit p_limit for update skip locked
        ), deleted_invitation as (
            delete from invitation i using aged_invitation a where i.organization_id = a.organization_id and i.id = a.id
            returning 1
        ), late_sign_in as (
            select p.organization_id, p.id from pending_sign_in p where p.expires_at < app_clock()
             order by p.expires_at limit p_limit for update skip locked
        ), deleted_sign_in as (
            delete from pending_sign_in p using late_sign_in l where p.organization_id = l.organization_id and p.id = l.id
            returning 1
        )
        select greatest((select count(*) from deleted), (select count(*) from deleted_invitation),
                        (select count(*) from deleted_sign_in))::integer
    $$;
