// The attempts of a delivery on a line of time, newest first, each with its request and response.
import type { components } from '../../generated/api';
import { useFormat } from '../words/format';
import { useWords } from '../words/words';
import { Badge } from './badge';
import { Code } from './copy';
import { DateTime } from './time';

type Header = components['schemas']['DeliveryHeader'];

export type Attempt = {
  number: number;
  started_at: string;
  finished_at?: string;
  duration_ms?: number;
  request_headers?: Header[];
  request_body?: string;
  response_status?: number;
  response_headers?: Header[];
  response_body?: string;
  error?: string;
};

export function Attempts({ attempts }: { attempts: Attempt[] }) {
  const { t } = useWords();
  if (attempts.length === 0) return <p className="soft">{t('attempts-none')}</p>;
  return (
    <ol className="attempts" reversed>
      {[...attempts].reverse().map((attempt, index) => (
        <AttemptItem key={attempt.number} attempt={attempt} isOpen={index === 0 && toneOf(attempt) === 'bad'} />
      ))}
    </ol>
  );
}

/** How an attempt ended, and what the other side said if it refused. */
export function Outcome({ attempt }: { attempt: Attempt }) {
  return (
    <>
      <Result attempt={attempt} />
      {toneOf(attempt) === 'bad' && <Cause text={attempt.error ?? attempt.response_body} />}
    </>
  );
}

function AttemptItem({ attempt, isOpen }: { attempt: Attempt; isOpen: boolean }) {
  const { t } = useWords();
  return (
    <li className="attempt" data-tone={toneOf(attempt)}>
      <p className="attempt-head">
        <strong>{t('attempt', { number: attempt.number })}</strong>
        <Result attempt={attempt} />
        <span className="soft"><DateTime value={attempt.started_at} /></span>
        {attempt.duration_ms !== undefined && <Duration milliseconds={attempt.duration_ms} />}
      </p>
      {toneOf(attempt) === 'bad' && <Cause text={attempt.error ?? attempt.response_body} />}
      <details open={isOpen}>
        <summary>{t('attempt-details')}</summary>
        <Code label={t('attempt-request')} text={messageOf(attempt.request_headers, attempt.request_body)} />
        {attempt.response_status !== undefined && (
          <Code label={t('attempt-response')} text={messageOf(attempt.response_headers, attempt.response_body)} />
        )}
      </details>
    </li>
  );
}

function Result({ attempt }: { attempt: Attempt }) {
  const { t } = useWords();
  if (!attempt.finished_at) return <Badge tone="busy">{t('attempt-running')}</Badge>;
  if (attempt.response_status === undefined) return <Badge tone="bad">{t('attempt-no-response')}</Badge>;
  return <Badge tone={toneOf(attempt)}>{`HTTP ${attempt.response_status}`}</Badge>;
}

const LONGEST_CAUSE = 300;

/** What the other side said when it refused, or why there was no response, before all the headers. */
function Cause({ text }: { text?: string }) {
  if (!text) return null;
  return <p className="attempt-cause" dir="auto">{text.length > LONGEST_CAUSE ? `${text.slice(0, LONGEST_CAUSE)} …` : text}</p>;
}

function Duration({ milliseconds }: { milliseconds: number }) {
  const format = useFormat();
  return <span className="soft"><bdi>{`${format.number(milliseconds)} ms`}</bdi></span>;
}

/** A response with a success status and an error is one that does not verify its endpoint. */
function toneOf({ finished_at, response_status = 0, error }: Attempt) {
  if (!finished_at) return 'busy';
  return response_status >= 200 && response_status < 300 && !error ? 'good' : 'bad';
}

function messageOf(headers: Header[] = [], body = ''): string {
  const lines = headers.map(({ name, value }) => `${name}: ${value}`);
  return [lines.join('\n'), prettyJson(body)].filter(Boolean).join('\n\n');
}

/** JSON with line breaks; what is no JSON as it is. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
