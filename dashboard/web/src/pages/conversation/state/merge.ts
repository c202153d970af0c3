// Puts what was read into what is known. Events that arrived during the reading may be newer than it: they are kept.
import { isEnded } from './apply-event';
import type { Conversation, Message, Snapshot, Turn } from './types';

const nothingKnown = {
  answer: null, history: [], changed: [], jobPost: null, publication: null, lastSequence: 0, stale: 'none', staleCount: 0,
} satisfies Partial<Conversation>;

/** `staleCount` is that of the moment when the reading began. */
export function mergeSnapshot(known: Conversation | undefined, read: Snapshot, staleCount: number): Conversation {
  if (!known) return { ...nothingKnown, ...read };
  return {
    ...known,
    ...(isNewer(known, read) ? {} : { session: read.session, etag: read.etag, provenance: read.provenance }),
    messages: mergeMessages(known.messages, read.messages),
    turns: mergeTurns(known.turns, read.turns),
    stale: known.staleCount === staleCount ? 'none' : known.stale,
  };
}

/** The session alone, after a change of the job data or the end of a turn. */
export function mergeSession(known: Conversation, read: Pick<Snapshot, 'session' | 'etag'>, staleCount: number): Conversation {
  const fresh = isNewer(known, read) ? known : { ...known, ...read };
  return { ...fresh, stale: known.staleCount === staleCount ? 'none' : known.stale };
}

function isNewer(known: Conversation, read: Pick<Snapshot, 'session'>): boolean {
  return known.session.version > read.session.version;
}

/** A message of the person is known by its turn, because its own id comes only with the reading. */
function keyOf({ role, turn_id: turn, id }: Message): string {
  return turn ? `${turn} ${role}` : id;
}

function mergeMessages(known: Message[], read: Message[]): Message[] {
  const keys = new Set(read.map(keyOf));
  return [...read, ...known.filter((message) => !keys.has(keyOf(message)))];
}

function mergeTurns(known: Turn[], read: Turn[]): Turn[] {
  const ids = new Set(read.map(({ id }) => id));
  const merged = read.map((turn) => {
    const before = known.find(({ id }) => id === turn.id);
    return before && isEnded(before.status) && !isEnded(turn.status) ? before : turn;
  });
  return [...merged, ...known.filter(({ id }) => !ids.has(id))];
}
