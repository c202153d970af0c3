// The page has no words of its own: every text that a person reads comes from the Fluent files.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const sources = new URL('../../src/', import.meta.url).pathname;
const SPOKEN = ['label', 'title', 'placeholder', 'alt', 'aria-label', 'text', 'help', 'action'];
const NAMES = ['Postwright'];

function literalsOf(path) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = [];
  const visit = (node) => {
    if (ts.isJsxText(node)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && SPOKEN.includes(node.name.text) && node.initializer && ts.isStringLiteral(node.initializer)) {
      found.push(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.filter((text) => /\p{L}{2}/u.test(text) && !NAMES.includes(text));
}

test('no component has words of its own', () => {
  const files = readdirSync(sources, { recursive: true }).filter((name) => name.endsWith('.tsx'));
  const found = files.flatMap((file) => literalsOf(join(sources, file)).map((text) => `${file}: ${text}`));
  assert.deepEqual(found, []);
});
