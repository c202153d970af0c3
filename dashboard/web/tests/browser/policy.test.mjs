// The security policy: it is sent, and one style sheet of ours keeps React Aria from injecting one of its own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, start, stop } from './browser.mjs';

before(start);
after(stop);

test('the page is sent with its policy', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  const response = await page.reload();
  const policy = response.headers()['content-security-policy'];
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy, /unsafe/);
});

test('the style sheet carries the id that React Aria looks for', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  assert.equal(await page.locator('link#react-aria-pressable-style[rel=stylesheet]').count(), 1);
});

test('an unknown asset is not answered with the page', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  const status = await page.evaluate(async () => (await fetch('/app/assets/none.js')).status);
  assert.equal(status, 404);
});

test('a link of another sign-in, and a page that does not exist', async () => {
  const page = await open('/live/nowhere/conversations', { isSignedIn: false });
  await page.waitForURL(/sign-in\?next=/);
  const other = await open('/nowhere');
  await other.getByText('There is no such page').waitFor();
});
