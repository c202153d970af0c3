// A conversation in the cache: read once, then kept up to date by the event stream.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTenant } from '../../api/tenant';
import { applyEvent, becomeStale } from './state/apply-event';
import { loadSession, loadSnapshot } from './state/load';
import { mergeSession, mergeSnapshot } from './state/merge';
import { startStream, type Connection } from './state/stream';
import type { Conversation } from './state/types';

const READ_AGAIN_MS = 120;
const POLL_MS = 10_000;

type Change = (conversation: Conversation) => Conversation;

export function useConversation(id: string) {
  const { client } = useTenant();
  const cache = useQueryClient();
  const key = ['conversation', id];

  const query = useQuery({
    queryKey: key,
    queryFn: async () => {
      const staleCount = cache.getQueryData<Conversation>(key)?.staleCount ?? 0;
      const read = await loadSnapshot(client, id);
      return mergeSnapshot(cache.getQueryData<Conversation>(key), read, staleCount);
    },
    staleTime: Infinity,
  });

  const change = useCallback((apply: Change) => {
    cache.setQueryData<Conversation>(['conversation', id], (known) => known && apply(known));
  }, [cache, id]);

  // Also after a later read has failed: then the stream is what notices that the server is back.
  const connection = useStream(id, query.data !== undefined, change);
  useReadAgain(id, query.data, change, query.refetch);
  usePollWhileLost(connection, query.refetch);

  return { ...query, conversation: query.data, change, connection };
}

function useStream(id: string, isReady: boolean, change: (apply: Change) => void): Connection {
  const { mode } = useTenant();
  const cache = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');

  useEffect(() => {
    if (!isReady) return;
    return startStream({
      url: (after) => `/v1/sessions/${id}/events?after=${after}${mode === 'test' ? '&livemode=false' : ''}`,
      lastSequence: () => cache.getQueryData<Conversation>(['conversation', id])?.lastSequence ?? 0,
      onEvent: (event) => change((known) => applyEvent(known, event)),
      // The login or the session may have ended: reading again tells, and a lost login leads to the sign-in.
      onClosed: () => change((known) => becomeStale(known, 'all')),
      onConnection: setConnection,
    });
  }, [id, isReady, mode, change, cache]);

  return connection;
}

/** Reads again what events announced without its content: a short while later, because events come in groups. */
function useReadAgain(id: string, known: Conversation | undefined, change: (apply: Change) => void, refetch: () => void) {
  const { client } = useTenant();
  const { stale = 'none', staleCount = 0 } = known ?? {};

  useEffect(() => {
    if (stale === 'none') return;
    const timer = setTimeout(async () => {
      if (stale === 'all') return refetch();
      const read = await loadSession(client, id).catch(() => null);
      if (read) change((latest) => mergeSession(latest, read, staleCount));
      else refetch();
    }, READ_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [id, stale, staleCount, change, refetch, client]);
}

function usePollWhileLost(connection: Connection, refetch: () => void) {
  useEffect(() => {
    if (connection !== 'lost') return;
    const timer = setInterval(refetch, POLL_MS);
    return () => clearInterval(timer);
  }, [connection, refetch]);
}
