// Changes of the job data by hand. Each names the version that it was made on; a conflict shows both values.
import { useState } from 'react';
import { newKey } from '../../api/idempotency';
import { asProblem, type Problem } from '../../api/problem';
import { useTenant } from '../../api/tenant';
import { differingFields, type FieldName } from './state/fields';
import { becomeStale } from './state/apply-event';
import { loadSnapshot } from './state/load';
import { mergeSnapshot } from './state/merge';
import type { Conversation, JobData, JobDataPatch, Session } from './state/types';

type Change = (apply: (conversation: Conversation) => Conversation) => void;
type Answer = { data?: Session; error?: unknown; response: Response };
type Request = (headers: { 'If-Match': string; 'Idempotency-Key': string }) => Promise<Answer>;

/** Somebody else has changed the field since the person began to edit it. */
export type Conflict = { name: FieldName; patch: JobDataPatch };

export function useEditing(conversation: Conversation, change: Change) {
  const { client } = useTenant();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, setPending] = useState(false);
  const path = { session_id: conversation.session.id };

  async function reload(): Promise<Conversation> {
    const read = await loadSnapshot(client, path.session_id);
    change((known) => mergeSnapshot(known, read, known.staleCount));
    return mergeSnapshot(conversation, read, conversation.staleCount);
  }

  /** Sends a change; when the session has moved on, `isStillMeant` decides whether it is sent on the new state. */
  async function attempt(request: Request, isStillMeant: (now: JobData) => boolean, base = conversation.etag): Promise<boolean> {
    const { data, error, response } = await request({ 'If-Match': base, 'Idempotency-Key': newKey() });
    if (data) {
      const etag = response.headers.get('ETag') ?? '';
      change((known) => {
        const changed = differingFields(known.session.job_data, data.job_data);
        return becomeStale({ ...known, session: data, etag, changed }, 'all');
      });
      return true;
    }
    if (response.status !== 412) throw error;
    const fresh = await reload();
    return isStillMeant(fresh.session.job_data) && attempt(request, isStillMeant, fresh.etag);
  }

  async function run(action: () => Promise<boolean>): Promise<boolean> {
    setPending(true);
    setProblem(null);
    try {
      return await action();
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      setPending(false);
    }
  }

  /** Saves a field; `base` is the value that the person saw when the editing began. */
  function save(name: FieldName, patch: JobDataPatch, base: unknown): Promise<boolean> {
    const send: Request = (header) =>
      client.PATCH('/v1/sessions/{session_id}/job-data', { params: { path, header }, body: patch });
    return run(async () => {
      // The stream may have brought another value while the editor was open: that is a conflict too.
      const isStillBase = (now: JobData) => isSame(now[name], base);
      const isSaved = isStillBase(conversation.session.job_data) && (await attempt(send, isStillBase));
      setConflict(isSaved ? null : { name, patch });
      return isSaved;
    });
  }

  function undo(): Promise<boolean> {
    const send: Request = (header) => client.POST('/v1/sessions/{session_id}/undo', { params: { path, header } });
    return run(() => attempt(send, () => false));
  }

  function restore(version: number): Promise<boolean> {
    const send: Request = (header) =>
      client.POST('/v1/sessions/{session_id}/restore', { params: { path, header }, body: { version } });
    return run(() => attempt(send, () => true));
  }

  return { save, undo, restore, conflict, dropConflict: () => setConflict(null), problem, isPending };
}

export type Editing = ReturnType<typeof useEditing>;

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
