-- Uses up a recovery code; false if the person has no such code, or none any more.
create function cross_tenant.use_recovery_code(p_user uuid, p_code_hash bytea) returns boolean
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with used as (delete from recovery_code where user_id = p_user and code_hash = p_code_hash returning 1)
        select exists (select from used)
    $$;
