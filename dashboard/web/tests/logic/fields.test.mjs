// Words of fields, amounts, and where the sign-in may lead to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { cut } = await load('pages/conversation/state/words-of-fields.ts');
const { amountOf } = await load('pages/conversation/state/patch-of-form.ts');
const { asTarget } = await load('pages/sign-in/target.ts');
const { neededFields, fieldsToShow } = await load('pages/conversation/state/fields.ts');

test('a message is cut at the words of its fields', () => {
  const words = [{ turnId: 't', start: 0, end: 6, field: 'experience_level' }, { turnId: 't', start: 10, end: 16, field: 'location' }];
  assert.deepEqual(cut('Senior in Lisbon.', words), [
    { text: 'Senior', fields: ['experience_level'] },
    { text: ' in ', fields: [] },
    { text: 'Lisbon', fields: ['location'] },
    { text: '.', fields: [] },
  ]);
});

test('words of two fields belong to both', () => {
  const words = [{ turnId: 't', start: 0, end: 9, field: 'title' }, { turnId: 't', start: 5, end: 9, field: 'skills' }];
  assert.deepEqual(cut('full .NET', words).at(-1), { text: '.NET', fields: ['title', 'skills'] });
});

test('positions count characters, not UTF-16 units', () => {
  assert.equal(cut('👋 Lisbon', [{ turnId: 't', start: 2, end: 8, field: 'location' }]).at(-1).text, 'Lisbon');
});

test('amounts are read as people write them', () => {
  const cases = [['45,000', '45000'], ['45 000', '45000'], ['45.000', '45000'], ['18.50', '18.50'], ['18,5', '18.5'], ["52'000", '52000']];
  for (const [text, amount] of cases) assert.equal(amountOf(text), amount, text);
  assert.equal(amountOf(null), null);
});

test('the sign-in leads only to a page of this application', () => {
  assert.equal(asTarget('/live/0a-b/conversations?q=x'), '/live/0a-b/conversations?q=x');
  for (const bad of ['//evil.example', 'https://evil.example', '/sign-in', '/live//x', 7]) assert.equal(asTarget(bad), undefined);
});

test('what the organization requires is needed until it is there', () => {
  const names = (fields) => fields.map(({ name }) => name);
  assert.deepEqual(names(neededFields({ title: 'Nurse' }, ['salary'])), ['salary']);
  assert.deepEqual(names(neededFields({ title: 'Nurse', salary: { min: '1' } }, ['salary'])), []);
  assert.deepEqual(names(fieldsToShow({ skills: [] }, ['salary'])), ['title', 'salary']);
});
