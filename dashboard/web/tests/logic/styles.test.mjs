// The style sheets are logical: what is written for left-to-right is right for Arabic too.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const sources = new URL('../../src/', import.meta.url).pathname;
const PHYSICAL = /(^|[\s;{])((margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right|top|bottom)|left|right|top|bottom|width|height|(min|max)-(width|height)|(border-(top|bottom)-(left|right)-radius)|float)\s*:|text-align:\s*(left|right)/;

const files = readdirSync(sources, { recursive: true }).filter((file) => file.endsWith('.css'));

for (const file of files) {
  test(`${file} uses logical properties`, () => {
    const lines = readFileSync(join(sources, file), 'utf8').split('\n');
    const offending = lines.filter((line) => !line.includes('@media') && PHYSICAL.test(line));
    assert.deepEqual(offending, []);
  });
}
