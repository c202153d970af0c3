// The event stream of a session: one EventSource, closed while nobody looks, opened again after the last event.
import type { SessionEvent } from './types';

export type Connection = 'open' | 'connecting' | 'lost';

const TYPES = [
  'turn.queued', 'turn.running', 'text.delta', 'text.reset', 'message.completed', 'job_data.changed',
  'job_post.finalized', 'turn.succeeded', 'turn.failed', 'turn.cancelled', 'publication.delivered',
  'publication.failed', 'stream.closed',
];

const HIDDEN_MS = 30_000;
/** At most 2 s, so that a page is right within 3 s of the server's return. */
const RETRY_MS = [300, 700, 1500, 2000];

type Options = {
  /** The address of the stream after an event. */
  url: (after: number) => string;
  lastSequence: () => number;
  onEvent: (event: SessionEvent) => void;
  /** The server has ended the stream. */
  onClosed: () => void;
  onConnection: (connection: Connection) => void;
};

/** Starts the stream; the result stops it. */
export function startStream(options: Options): () => void {
  let source: EventSource | null = null;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  /** Since the last event: a server that takes the connection and ends it at once is not asked again and again. */
  let failures = 0;

  function open() {
    close();
    source = new EventSource(options.url(options.lastSequence()), { withCredentials: true });
    source.onopen = () => options.onConnection('open');
    source.onerror = retry;
    for (const type of TYPES) source.addEventListener(type, receive);
  }

  function receive(message: MessageEvent<string>) {
    const event = JSON.parse(message.data) as SessionEvent;
    if (event.type !== 'stream.closed') {
      failures = 0;
      return options.onEvent(event);
    }
    options.onClosed();
    retry();
  }

  function retry() {
    close();
    const delay = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]!;
    failures += 1;
    options.onConnection(failures > 2 ? 'lost' : 'connecting');
    retryTimer = setTimeout(open, delay);
  }

  function close() {
    clearTimeout(retryTimer);
    source?.close();
    source = null;
  }

  function onVisibility() {
    clearTimeout(hiddenTimer);
    if (document.hidden) hiddenTimer = setTimeout(close, HIDDEN_MS);
    else if (!source) open();
  }

  document.addEventListener('visibilitychange', onVisibility);
  if (!document.hidden) open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    clearTimeout(hiddenTimer);
    close();
  };
}
