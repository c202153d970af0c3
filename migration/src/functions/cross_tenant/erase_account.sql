-- Erases an account whose rows were deleted in the organizations `p_cleaned`; returns the address and the language that it had.
-- No row: others are left, or the erasure is not due any more. The row stays, because job posts and keys name it.
create function cross_tenant.erase_account(p_user uuid, p_cleaned uuid[]) returns table (email text, language text)
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
#variable_conflict use_column
declare
    v_left integer;
begin
    -- In the order of note_arrival, which would else wait for this transaction while it waits for note_arrival.
    perform from user_account a where a.id = p_user for update;
    update account_erasure e
       set organizations = array(select o.id from unnest(e.organizations) o (id) where o.id <> all (p_cleaned))
     where e.user_id = p_user and e.due_at <= app_clock()
    returning cardinality(e.organizations) into v_left;
    if v_left is distinct from 0 then
        return;
    end if;
    delete from account_token t using user_account a
     where a.id = p_user and (t.user_id = p_user or t.email = a.email);
    delete from second_factor f where f.user_id = p_user;
    delete from account_erasure e where e.user_id = p_user;
    return query select a.email, a.language from user_account a where a.id = p_user;
    update user_account a
       set email = null, name = 'Deleted user', password_hash = null, language = null, erased_at = now()
     where a.id = p_user;
end
$$;
