-- Stores the hash of a new token for a link. Returns false, and stores nothing, when as many as `p_most` of this purpose were
-- sent to the address within `p_within`, so that nobody floods a mailbox. Whether the address has an account plays no role.
create function cross_tenant.insert_account_token(
    p_token_hash bytea, p_purpose text, p_email text, p_user uuid, p_lifetime interval, p_most integer, p_within interval
)
    returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
begin
    -- Requests for one address count one after the other.
    perform pg_advisory_xact_lock(hashtext('postwright.account_token'), hashtext(p_email));
    if (select count(*) from account_token t
         where t.email = p_email and t.purpose = p_purpose and t.created_at > app_clock() - p_within) >= p_most
    then
        return false;
    end if;
    insert into account_token (token_hash, purpose, email, user_id, expires_at)
    values (p_token_hash, p_purpose, p_email, p_user, app_clock() + p_lifetime);
    return true;
end
$$;
