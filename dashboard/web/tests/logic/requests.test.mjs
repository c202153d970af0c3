// The failed requests: their codes counted, their paths cut short, their filters in the address.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { groupByCode } = await load('pages/requests/group-by-code.ts');
const { shortPath } = await load('pages/requests/short-path.ts');
const { asSearch, isFiltered } = await load('pages/requests/filters.ts');

test('codes are counted, the most frequent first', () => {
  const requests = [['not_found', 404], ['forbidden', 403], ['too_many_requests', 429], ['too_many_requests', 429]];
  const groups = groupByCode(requests.map(([code, status]) => ({ code, status })));
  assert.deepEqual(groups.map(({ code, count }) => [code, count]), [['too_many_requests', 2], ['forbidden', 1], ['not_found', 1]]);
  assert.deepEqual(groupByCode([]), []);
});

test('a path keeps the ends of its ids', () => {
  assert.equal(shortPath('/v1/sessions/019a9f40-0000-7000-8000-0000000000c1/turns'), '/v1/sessions/…000000c1/turns');
  assert.equal(shortPath('/v1/api-keys'), '/v1/api-keys');
});

test('an address with nonsense in it shows all requests', () => {
  const nonsense = asSearch({ status: 'all', code: 7, range: '30d', key: '' });
  assert.ok(!isFiltered(nonsense));
  assert.equal(asSearch({ status: 200 }).status, undefined);
  assert.equal(asSearch({ status: 409 }).status, 409);
});
