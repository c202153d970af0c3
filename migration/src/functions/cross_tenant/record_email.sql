-- Records the result of an attempt to send an e-mail: sent without `p_error`, else tried again after `p_retry_after` seconds,
-- or given up without that. Returns false when a later claim has the e-mail.
create function cross_tenant.record_email(p_email uuid, p_epoch integer, p_error text, p_retry_after double precision)
    returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
declare
    v_status text := case when p_error is null then 'sent' when p_retry_after is null then 'failed' else 'pending' end;
begin
    update email
       set status = v_status, error = p_error,
           payload = case when v_status = 'pending' then payload end,
           finished_at = case when v_status <> 'pending' then app_clock_now() end,
           next_attempt_at = app_clock_now() + make_interval(secs => coalesce(p_retry_after, 0))
     where id = p_email and epoch = p_epoch and status = 'pending';
    return found;
end
$$;
