-- Replaces the recovery codes of a confirmed second factor; false if there is none.
create function cross_tenant.replace_recovery_codes(p_user uuid, p_code_hashes bytea[]) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
begin
    -- The lock makes of two replacements at once one after the other.
    perform 1 from second_factor where user_id = p_user and confirmed_at is not null for update;
    if not found then
        return false;
    end if;
    delete from recovery_code where user_id = p_user;
    insert into recovery_code (user_id, code_hash) select p_user, code.hash from unnest(p_code_hashes) as code (hash);
    return true;
end
$$;
