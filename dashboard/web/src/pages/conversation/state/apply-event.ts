// One event applied to what the page knows. Applying an event again, or one that the snapshot already contains, changes nothing.
import { applyPatch, fieldsOfPatch } from './patch';
import type { Conversation, FieldProvenance, SessionEvent, Turn } from './types';

type Apply = (conversation: Conversation, event: SessionEvent) => Conversation;

const appliers: Record<string, Apply> = {
  'turn.queued': turnStatus('queued'),
  'turn.running': restartTurn,
  'turn.succeeded': turnStatus('succeeded'),
  'turn.failed': turnStatus('failed'),
  'turn.cancelled': turnStatus('cancelled'),
  'text.delta': appendText,
  'text.reset': (conversation) => ({ ...conversation, answer: null }),
  'message.completed': completeMessage,
  'job_data.changed': changeJobData,
  'job_post.finalized': finalizeJobPost,
  'publication.delivered': (conversation) => ({ ...conversation, publication: { status: 'delivered' } }),
  'publication.failed': (conversation, { code }) => ({ ...conversation, publication: { status: 'failed', code } }),
};

export function applyEvent(conversation: Conversation, event: SessionEvent): Conversation {
  if (event.sequence <= conversation.lastSequence) return conversation;
  const apply = appliers[event.type];
  const next = apply ? apply(conversation, event) : conversation;
  return { ...next, lastSequence: event.sequence };
}

type Stale = Conversation['stale'];

/** Notes that something has to be read again. */
export function becomeStale(conversation: Conversation, stale: Exclude<Stale, 'none'>): Conversation {
  const wider = conversation.stale === 'all' ? 'all' : stale;
  return { ...conversation, stale: wider, staleCount: conversation.staleCount + 1 };
}

export function isEnded(status: Turn['status']): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'cancelled';
}

function turnStatus(status: Turn['status']): Apply {
  return (conversation, event) => {
    const turn = conversation.turns.find(({ id }) => id === event.turn_id);
    if (!turn) return becomeStale(conversation, 'all');
    if (isEnded(turn.status)) return conversation;
    const error = event.code ? { code: event.code, detail: '' } : turn.error;
    const turns = conversation.turns.map((other) => (other === turn ? { ...turn, status, error } : other));
    const isAnswering = conversation.answer?.turnId === turn.id;
    const answer = isAnswering && isEnded(status) ? null : conversation.answer;
    const next = { ...conversation, turns, answer };
    return isEnded(status) ? becomeStale(next, 'session') : next;
  };
}

/** A turn whose worker has died runs again, and writes its text anew: no `text.reset` has taken the earlier text back. */
function restartTurn(conversation: Conversation, event: SessionEvent): Conversation {
  const next = turnStatus('running')(conversation, event);
  return next.answer?.turnId === event.turn_id ? { ...next, answer: null } : next;
}

function appendText(conversation: Conversation, { turn_id: turnId = '', text = '' }: SessionEvent): Conversation {
  const turn = conversation.turns.find(({ id }) => id === turnId);
  if (turn && isEnded(turn.status)) return conversation;
  const before = conversation.answer?.turnId === turnId ? conversation.answer.text : '';
  return { ...conversation, answer: { turnId, text: before + text } };
}

function completeMessage(conversation: Conversation, event: SessionEvent): Conversation {
  const id = event.message_id ?? '';
  if (conversation.messages.some((message) => message.id === id)) return conversation;
  const message = {
    id, role: 'assistant', text: event.text ?? '', turn_id: event.turn_id, created_at: event.created_at ?? '',
  };
  return { ...conversation, messages: [...conversation.messages, message], answer: null };
}

function changeJobData(conversation: Conversation, event: SessionEvent): Conversation {
  const { version = 0, patch = [] } = event;
  const isNewVersion = version > (conversation.history.at(-1)?.version ?? -1);
  const history = isNewVersion
    ? [...conversation.history, { version, at: event.created_at, patch }]
    : conversation.history;
  const { session } = conversation;
  if (version <= session.version) return { ...conversation, history };
  if (version > session.version + 1) return becomeStale({ ...conversation, history }, 'all');
  const next = {
    ...conversation,
    history,
    session: { ...session, version, job_data: applyPatch(session.job_data, patch) },
    provenance: mergeProvenance(conversation.provenance, event.provenance ?? []),
    changed: fieldsOfPatch(patch),
  };
  return becomeStale(next, 'session');
}

function mergeProvenance(known: FieldProvenance[], changes: FieldProvenance[]): FieldProvenance[] {
  const paths = new Set(changes.map(({ path }) => path));
  return [...known.filter(({ path }) => !paths.has(path)), ...changes.filter(({ values }) => values.length > 0)];
}

function finalizeJobPost(conversation: Conversation, event: SessionEvent): Conversation {
  const jobPost = { id: event.job_post_id ?? '', revision: event.revision ?? 1 };
  return becomeStale({ ...conversation, jobPost, publication: null }, 'session');
}

/** Adds the turn that the server has accepted, with the person's message. */
export function acceptTurn(conversation: Conversation, turn: Turn): Conversation {
  const replaced = new Set(turn.replaced);
  const known = conversation.turns.some(({ id }) => id === turn.id);
  const others = conversation.turns.map((other) =>
    replaced.has(other.id) && !isEnded(other.status) ? { ...other, status: 'cancelled' as const } : other);
  const hasMessage = conversation.messages.some((message) => message.turn_id === turn.id && message.role === 'user');
  const message = { id: turn.id, role: 'user', text: turn.message, turn_id: turn.id, created_at: turn.created_at };
  return {
    ...conversation,
    turns: known ? others : [...others, turn],
    messages: hasMessage ? conversation.messages : [...conversation.messages, message],
  };
}
