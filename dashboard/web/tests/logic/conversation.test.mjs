// A conversation as events change it: each event counts once, and what the snapshot contains already changes nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { applyEvent, acceptTurn } = await load('pages/conversation/state/apply-event.ts');
const { mergeSnapshot } = await load('pages/conversation/state/merge.ts');
const { applyPatch, dataOfVersion } = await load('pages/conversation/state/patch.ts');

const empty = {
  session: { version: 0, job_data: { skills: [] } },
  etag: '', messages: [], turns: [], provenance: [], answer: null, history: [], changed: [],
  jobPost: null, publication: null, lastSequence: 0, stale: 'none', staleCount: 0,
};
const turn = { id: 't1', status: 'running', message: 'a nurse', created_at: '2026-11-30T08:00:00Z' };
const running = acceptTurn(empty, turn);

test('chunks of a reply are joined until the reply is complete', () => {
  const first = applyEvent(running, { type: 'text.delta', sequence: 1, turn_id: 't1', text: 'Great' });
  const second = applyEvent(first, { type: 'text.delta', sequence: 2, turn_id: 't1', text: '!' });
  assert.equal(second.answer.text, 'Great!');
  const done = applyEvent(second, { type: 'message.completed', sequence: 3, turn_id: 't1', message_id: 'm', text: 'Great!' });
  assert.equal(done.answer, null);
  assert.equal(done.messages.at(-1).text, 'Great!');
});

test('a reset takes the chunks away', () => {
  const written = applyEvent(running, { type: 'text.delta', sequence: 1, turn_id: 't1', text: 'Gre' });
  assert.equal(applyEvent(written, { type: 'text.reset', sequence: 2, turn_id: 't1' }).answer, null);
});

test('a turn that runs again, after its worker has died, writes its text anew', () => {
  const begun = applyEvent(running, { type: 'text.delta', sequence: running.lastSequence + 1, turn_id: 't1', text: 'Gre' });
  const again = applyEvent(begun, { type: 'turn.running', sequence: running.lastSequence + 2, turn_id: 't1' });
  assert.equal(again.answer, null);
  assert.equal(applyEvent(again, { type: 'text.delta', sequence: running.lastSequence + 3, turn_id: 't1', text: 'Great' }).answer.text, 'Great');
});

test('an event that was applied before changes nothing', () => {
  const event = { type: 'text.delta', sequence: 1, turn_id: 't1', text: 'Great' };
  const once = applyEvent(running, event);
  assert.equal(applyEvent(once, event), once);
});

test('a reply that the snapshot contains is not shown twice', () => {
  const known = { ...running, messages: [{ id: 'm', role: 'assistant', text: 'Hello' }] };
  const next = applyEvent(known, { type: 'message.completed', sequence: 1, turn_id: 't1', message_id: 'm', text: 'Hello' });
  assert.equal(next.messages.length, 1);
});

test('a turn that has ended does not run again', () => {
  const failed = applyEvent(running, { type: 'turn.failed', sequence: 1, turn_id: 't1', code: 'llm_timeout' });
  const late = applyEvent(failed, { type: 'turn.running', sequence: 2, turn_id: 't1' });
  assert.equal(late.turns[0].status, 'failed');
  assert.equal(late.turns[0].error.code, 'llm_timeout');
});

test('an event of an unknown turn asks for a new reading', () => {
  assert.equal(applyEvent(empty, { type: 'turn.queued', sequence: 1, turn_id: 'other' }).stale, 'all');
});

const change = (sequence, version, patch) => ({ type: 'job_data.changed', sequence, version, patch, provenance: [] });

test('the next version is applied, and its fields are marked', () => {
  const next = applyEvent(empty, change(1, 1, [{ op: 'add', path: '/skills/0', value: 'SQL' }]));
  assert.deepEqual(next.session.job_data.skills, ['SQL']);
  assert.deepEqual(next.changed, ['skills']);
});

test('a version that the snapshot contains goes to the history only', () => {
  const known = { ...empty, session: { version: 3, job_data: { skills: ['SQL'] } } };
  const next = applyEvent(known, change(1, 1, [{ op: 'add', path: '/skills/0', value: 'SQL' }]));
  assert.deepEqual(next.session.job_data.skills, ['SQL']);
  assert.equal(next.history.length, 1);
});

test('a gap in the versions asks for a new reading', () => {
  assert.equal(applyEvent(empty, change(1, 5, [])).stale, 'all');
});

test('the data of a version can be read again and again', () => {
  const history = [
    { version: 0, patch: [{ op: 'add', path: '/skills', value: [] }] },
    { version: 1, patch: [{ op: 'add', path: '/skills/0', value: 'SQL' }] },
    { version: 2, patch: [{ op: 'remove', path: '/skills/0' }, { op: 'add', path: '/title', value: 'Nurse' }] },
  ];
  assert.deepEqual(dataOfVersion(history, 1), { skills: ['SQL'] });
  assert.deepEqual(dataOfVersion(history, 2), { skills: [], title: 'Nurse' });
  assert.deepEqual(dataOfVersion(history, 1), { skills: ['SQL'] });
});

test('a patch leaves the data that it was applied to as they were', () => {
  const data = { skills: ['a'] };
  applyPatch(data, [{ op: 'replace', path: '/skills/0', value: 'b' }]);
  assert.deepEqual(data, { skills: ['a'] });
});

test('a message that replaces others cancels them', () => {
  const next = acceptTurn(running, { id: 't2', status: 'queued', message: 'a cook', replaced: ['t1'], created_at: '' });
  assert.equal(next.turns[0].status, 'cancelled');
  assert.equal(next.turns[1].id, 't2');
});

const snapshot = { session: { version: 1, job_data: {} }, etag: 'e', messages: [], turns: [turn], provenance: [] };

test('a reading that is older than an event does not take the event back', () => {
  const known = { ...running, session: { version: 2, job_data: { title: 'Nurse' } }, turns: [{ ...turn, status: 'succeeded' }] };
  const merged = mergeSnapshot(known, snapshot, known.staleCount);
  assert.equal(merged.session.job_data.title, 'Nurse');
  assert.equal(merged.turns[0].status, 'succeeded');
});

test('a message that was shown at once is not doubled by the reading', () => {
  const read = { ...snapshot, messages: [{ id: 'm1', role: 'user', text: 'a nurse', turn_id: 't1' }] };
  assert.deepEqual(mergeSnapshot(running, read, 0).messages.map(({ id }) => id), ['m1']);
});

test('what became stale during a reading is read again', () => {
  const later = applyEvent(running, { type: 'turn.queued', sequence: 1, turn_id: 'other' });
  assert.equal(mergeSnapshot(later, snapshot, running.staleCount).stale, 'all');
  assert.equal(mergeSnapshot(later, snapshot, later.staleCount).stale, 'none');
});
