-- Requeues a turn for another attempt after a delay, if the worker still holds the claim; otherwise 'fenced', and nothing
-- was written. The claim does not count as one whose worker died; with `p_call_unused` the LLM call that was counted with
-- the claim does not count either. `p_events` void what the attempt has streamed. A turn that has used all of its LLM calls
-- could not be claimed again: it fails as `worker_lost`, and the outcome is 'failed'.
create function public.give_back_turn(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_session uuid, p_turn uuid, p_epoch integer,
    p_delay_seconds double precision, p_call_unused boolean, p_max_llm_calls integer, p_events text, p_queue text,
    p_task text
)
    returns finish_outcome
    language plpgsql volatile
    as $$
declare
    v_events json;
begin
    perform from session s where s.organization_id = p_organization and s.id = p_session for no key update;
    if exists (select from turn t
                where t.organization_id = p_organization and t.session_id = p_session and t.id = p_turn
                  and t.llm_calls - p_call_unused::integer >= p_max_llm_calls) then
        return case fail_turn(p_now, p_organization, p_livemode, p_session, p_turn, p_epoch, 'worker_lost', 'null')
                    when 'committed' then 'failed'::finish_outcome else 'fenced' end;
    end if;
    update turn
       set status = 'queued', lease_until = null, run_after = p_now + make_interval(secs => p_delay_seconds),
           claims = claims - 1, llm_calls = llm_calls - p_call_unused::integer
     where organization_id = p_organization and session_id = p_session and id = p_turn
       and epoch = p_epoch and status = 'running';
    if not found then
        return 'fenced'::finish_outcome;
    end if;
    -- Together, so that they have the same time.
    select json_agg(e.value order by e.place) into v_events
      from (select v.value, v.place from json_array_elements(p_events::json) with ordinality v (value, place)
            union all
            select json_build_object('turn', p_turn, 'type', 'turn.queued',
                                     'data', json_build_object('turn_id', p_turn, 'attempt', p_epoch + 1)),
                   1 + json_array_length(p_events::json)) e;
    perform append_events(p_now, p_organization, p_livemode, p_session, v_events::text);
    perform enqueue_wake_up(p_queue, p_task, p_delay_seconds);
    return 'committed'::finish_outcome;
end
$$;
