// Sending messages: each appears at once, under the key that makes its request idempotent.
import { useState } from 'react';
import { newKey } from '../../api/idempotency';
import { asProblem, type Problem } from '../../api/problem';
import { useTenant } from '../../api/tenant';
import { acceptTurn } from './state/apply-event';
import type { Conversation, Turn } from './state/types';

export type Pending = { key: string; text: string; onBusy: OnBusy; problem?: Problem };
export type OnBusy = 'enqueue' | 'replace';

type Change = (apply: (conversation: Conversation) => Conversation) => void;

export function useSending(id: string, change: Change) {
  const { client } = useTenant();
  const [pending, setPending] = useState<Pending[]>([]);

  function forget(key: string) {
    setPending((all) => all.filter((message) => message.key !== key));
  }

  function fail(key: string, problem: Problem) {
    setPending((all) => all.map((message) => (message.key === key ? { ...message, problem } : message)));
  }

  async function post(message: Pending) {
    try {
      const { data, error } = await client.POST('/v1/sessions/{session_id}/turns', {
        params: { path: { session_id: id }, header: { 'Idempotency-Key': message.key } },
        body: { message: message.text, on_busy: message.onBusy },
      });
      if (!data) return fail(message.key, asProblem(error));
      forget(message.key);
      change((conversation) => acceptTurn(conversation, data));
    } catch (error) {
      fail(message.key, asProblem(error));
    }
  }

  function send(text: string, onBusy: OnBusy) {
    const message = { key: newKey(), text, onBusy };
    setPending((all) => [...all, message]);
    void post(message);
  }

  /** Sends the same message again under the same key: if it had arrived after all, it takes effect once. */
  function sendAgain(message: Pending) {
    const again = { ...message, problem: undefined };
    setPending((all) => all.map((other) => (other.key === message.key ? again : other)));
    void post(again);
  }

  async function cancel(turn: Turn) {
    const params = { path: { session_id: id, turn_id: turn.id } };
    const { data } = await client.POST('/v1/sessions/{session_id}/turns/{turn_id}/cancel', { params });
    if (data) change((known) => ({ ...known, answer: null, turns: known.turns.map((t) => (t.id === data.id ? data : t)) }));
  }

  async function retry(turn: Turn) {
    const params = { path: { session_id: id, turn_id: turn.id }, header: { 'Idempotency-Key': newKey() } };
    const { data } = await client.POST('/v1/sessions/{session_id}/turns/{turn_id}/retry', { params });
    if (data) change((known) => acceptTurn(known, data));
  }

  return { pending, send, sendAgain, forget, cancel, retry };
}
