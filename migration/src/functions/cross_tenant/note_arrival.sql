-- Postpones the erasure of a person who joins an organization. An account that is erased, or will be on demand, joins none.
create or replace function cross_tenant.note_arrival() returns trigger
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
begin
    -- A request to erase the account waits for this transaction.
    perform from user_account a where a.id = new.user_id and a.erased_at is null for key share;
    if not found then
        raise exception 'the account % is erased', new.user_id using errcode = 'foreign_key_violation',
            constraint = 'account_joins_while_erased';
    end if;
    if exists (select from account_erasure e where e.user_id = new.user_id and e.requested_at is not null) then
        raise exception 'the account % is being erased', new.user_id using errcode = 'foreign_key_violation',
            constraint = 'account_joins_while_erased';
    end if;
    update account_erasure set due_at = null where user_id = new.user_id;
    return new;
end
$$;
