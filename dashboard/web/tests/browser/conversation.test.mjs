// The conversation page: announcements, marked words, conflicts, two tabs, and what stays in the browser.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { at, call, closePages, open, start, stop, talk } from './browser.mjs';

before(start);
afterEach(closePages);
after(stop);

async function openConversation(options) {
  const page = await open(at('/conversations'), options);
  const id = await talk(page);
  await page.goto(page.url().replace('/conversations', `/conversations/${id}`));
  await page.locator('#field-title').waitFor({ state: 'attached' });
  return { page, id };
}

test('an answer is announced exactly once', async () => {
  const { page } = await openConversation();
  await page.evaluate(() => {
    window.announced = [];
    const region = document.querySelector('[data-announcer]');
    new MutationObserver(() => window.announced.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await page.getByRole('textbox', { name: 'Your message' }).fill('The start is in May');
  await page.keyboard.press('Enter');
  await page.locator('.message[data-from=agent]:not([data-writing])').nth(2).waitFor();
  await page.waitForTimeout(500);
  assert.equal((await page.evaluate(() => window.announced)).length, 1);
});

test('pointing at a field marks its words, and the other way round', async () => {
  const { page } = await openConversation();
  await page.hover('#field-location');
  assert.equal(await page.locator('.words[data-active]').textContent(), 'Lisbon');
  await page.locator('.words', { hasText: '45-52k' }).first().focus();
  assert.ok(await page.locator('#field-salary[data-active]').isVisible());
});

test('a change from elsewhere appears at once, and meets an open editor as a conflict', async () => {
  const { page, id } = await openConversation();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByRole('button', { name: /Edit: .*Location/ }).click();
  await page.getByRole('textbox', { name: 'Location' }).fill('Porto');
  await call(other, 'PATCH', `/v1/sessions/${id}/job-data`, { location: 'Braga' });
  await other.locator('#field-location').getByText('Braga').waitFor({ timeout: 1000 });
  await page.getByRole('button', { name: 'Save' }).click();
  const conflict = page.locator('.conflict');
  await conflict.getByText('Braga').waitFor();
  await conflict.getByText('Porto').waitFor();
  await page.getByRole('button', { name: 'Use mine' }).click();
  await other.locator('#field-location').getByText('Porto').waitFor();
});

test('an earlier version can be looked at and restored', async () => {
  const { page, id } = await openConversation();
  await call(page, 'PATCH', `/v1/sessions/${id}/job-data`, { location: 'Braga' });
  await page.locator('#field-location').getByText('Braga').waitFor();
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Earlier version' }).click();
  await page.locator('[data-preview]').getByText('Lisbon').waitFor();
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await page.locator('#field-location').getByText('Lisbon').waitFor();
});

test('the side and the version are in the address', async () => {
  const { page } = await openConversation({ viewport: { width: 400, height: 800 } });
  await page.getByRole('button', { name: /Job post/ }).click();
  await page.waitForURL(/side=post/);
  await page.reload();
  await page.locator('#field-title').waitFor();
  assert.ok(await page.locator('#field-title').isVisible());
});

test('a conversation of the test mode works there, and is not among the live ones', async () => {
  const page = await open(at('/conversations', 'test'));
  await page.getByText('Test mode:').waitFor();
  await page.getByRole('button', { name: 'New conversation' }).first().click();
  await page.getByRole('textbox', { name: 'Your message' }).fill('A lighthouse keeper in Porto');
  await page.keyboard.press('Enter');
  await page.locator('#field-location').getByText('Porto').waitFor();
  const id = page.url().split('/').at(-1);
  const live = await call(page, 'GET', `/v1/sessions/${id}`);
  assert.equal(live.status, 404);
  await call(page, 'DELETE', `/v1/sessions/${id}`, undefined, 'test');
});

test('the browser keeps the theme, the language and scroll positions, and nothing else', async () => {
  const { page } = await openConversation();
  const kept = await page.evaluate(() => Object.keys(localStorage));
  assert.ok(kept.every((key) => ['postwright-language', 'postwright-theme'].includes(key)), kept.join());
  const passing = await page.evaluate(() => Object.keys(sessionStorage));
  assert.ok(passing.every((key) => key.startsWith('tsr-scroll-restoration')), passing.join());
  assert.equal(await page.evaluate(() => document.cookie), '');
});
