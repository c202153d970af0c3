// The nine languages have the same messages with the same variables, and the page uses each message and no other.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FluentResource } from '@fluent/bundle';

const locales = new URL('../../locales/', import.meta.url).pathname;
const sources = new URL('../../src/', import.meta.url).pathname;

function messagesOf(language) {
  const messages = new Map();
  for (const file of readdirSync(join(locales, language)).sort()) {
    const text = readFileSync(join(locales, language, file), 'utf8');
    for (const entry of new FluentResource(text).body) {
      assert.ok(!messages.has(entry.id), `${language}/${file} repeats ${entry.id}`);
      messages.set(entry.id, { file, variables: variablesOf(entry.value) });
    }
  }
  return messages;
}

function variablesOf(node, found = new Set()) {
  if (node?.type === 'var') found.add(node.name);
  if (node && typeof node === 'object') for (const child of Object.values(node)) variablesOf(child, found);
  return found;
}

const english = messagesOf('en');
const languages = readdirSync(locales);

test('there are nine languages', () => {
  assert.deepEqual([...languages].sort(), ['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt']);
});

for (const language of languages) {
  test(`${language} has the messages of English, in the same files`, () => {
    const files = (messages) => [...messages].map(([id, { file }]) => `${file}: ${id}`).sort();
    assert.deepEqual(files(messagesOf(language)), files(english));
  });

  test(`${language} uses the variables of English`, () => {
    for (const [id, { variables }] of messagesOf(language)) {
      assert.deepEqual([...variables].sort(), [...english.get(id).variables].sort(), id);
    }
  });
}

function sourceFiles() {
  return readdirSync(sources, { recursive: true }).filter((file) => /\.tsx?$/.test(file));
}

test('the page uses only messages that exist', () => {
  for (const file of sourceFiles()) {
    const text = readFileSync(join(sources, file), 'utf8');
    for (const [, id] of text.matchAll(/(?<![.\w])t\('([a-z][a-z0-9-]*)'/g)) assert.ok(english.has(id), `${file} uses ${id}`);
  }
});

test('every message is used', () => {
  const text = sourceFiles().map((file) => readFileSync(join(sources, file), 'utf8')).join('\n');
  const prefixes = [...text.matchAll(/`([a-z][a-z0-9-]*-)\$\{|(?:useNamed\(|words: )'([a-z-]+)'/g)].map(([, a, b]) => a ?? `${b}-`);
  for (const id of english.keys()) {
    const isUsed = text.includes(`'${id}'`) || prefixes.some((prefix) => id.startsWith(prefix));
    assert.ok(isUsed, `${id} is not used`);
  }
});
