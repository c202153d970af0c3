// The size of dist: what everybody loads, what one person can load at most, and how many files a change replaces.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const dist = new URL('../../../dist/', import.meta.url).pathname;
const KB = 1000;
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const size = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
const sum = (sizes) => sizes.reduce((a, b) => a + b, 0);

// A person loads the words of one language: the largest counts.
const isWords = (file) => /\/words-\w\w-/.test(file);
const words = Math.max(...files.filter(isWords).map(size));
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const eager = [...html.matchAll(/(?:src|href)="\/app\/(assets\/[^"]+\.js)"/g)].map(([, path]) => join(dist, path));

test('the JavaScript that everybody loads is at most 260 KB', (t) => {
  const bytes = sum(eager.map(size)) + words;
  t.diagnostic(`${bytes} bytes gzip`);
  assert.ok(bytes <= 260 * KB, `${bytes}`);
});

test('all that one person can load is at most 330 KB', (t) => {
  const bytes = sum(files.filter((file) => !isWords(file)).map(size)) + words;
  t.diagnostic(`${bytes} bytes gzip`);
  assert.ok(bytes <= 330 * KB, `${bytes}`);
});

test('the style sheet is at most 20 KB', () => {
  assert.ok(sum(files.filter((file) => file.endsWith('.css')).map(size)) <= 20 * KB);
});

test('there are at most 12 files, and one of words for each language', () => {
  assert.ok(files.filter((file) => !isWords(file)).length <= 12);
  assert.equal(files.filter(isWords).length, 9);
});

test('there are no source maps, and nothing names another host', () => {
  assert.ok(files.every((file) => !file.endsWith('.map')));
  assert.ok(!/(?:src|href)="https?:/.test(html));
});
