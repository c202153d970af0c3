// Reads a conversation: session, messages, turns and provenance, each whole.
import type { ApiClient } from '../../../api/client';
import type { Message, Session, Snapshot, Turn } from './types';

type Page<Item> = { items: Item[]; next_page?: string };

export async function loadSnapshot(client: ApiClient, id: string): Promise<Snapshot> {
  const [session, messages, turns, provenance] = await Promise.all([
    loadSession(client, id),
    loadMessages(client, id),
    loadTurns(client, id),
    loadProvenance(client, id),
  ]);
  return { ...session, messages, turns, provenance };
}

export async function loadSession(client: ApiClient, id: string): Promise<{ session: Session; etag: string }> {
  const { data, error, response } = await client.GET('/v1/sessions/{session_id}', {
    params: { path: { session_id: id } },
  });
  if (!data) throw error;
  return { session: data, etag: response.headers.get('ETag') ?? '' };
}

async function loadProvenance(client: ApiClient, id: string) {
  const { data, error } = await client.GET('/v1/sessions/{session_id}/provenance', {
    params: { path: { session_id: id } },
  });
  if (!data) throw error;
  return data.fields;
}

function loadMessages(client: ApiClient, id: string): Promise<Message[]> {
  return loadAll(async (page_token) => {
    const params = { path: { session_id: id }, query: { limit: 100, page_token } };
    const { data, error } = await client.GET('/v1/sessions/{session_id}/messages', { params });
    if (!data) throw error;
    return data;
  });
}

function loadTurns(client: ApiClient, id: string): Promise<Turn[]> {
  return loadAll(async (page_token) => {
    const params = { path: { session_id: id }, query: { limit: 100, page_token } };
    const { data, error } = await client.GET('/v1/sessions/{session_id}/turns', { params });
    if (!data) throw error;
    return data;
  });
}

async function loadAll<Item>(loadPage: (token?: string) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let token: string | undefined;
  do {
    const page = await loadPage(token);
    items.push(...page.items);
    token = page.next_page;
  } while (token);
  return items;
}
