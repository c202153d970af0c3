// By keyboard alone: sign in, talk, edit, finish, download.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { demo, open, start, stop } from './browser.mjs';
import { tabTo } from './tabbing.mjs';

before(start);
after(stop);

test('a post is made by keyboard alone', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  await page.getByLabel('E-mail').waitFor();
  await page.keyboard.type(demo.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(demo.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();

  await tabTo(page, /^Conversations$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Conversations', level: 1 }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await tabTo(page, /^New conversation$/);
  await page.keyboard.press('Enter');

  const message = page.getByRole('textbox', { name: 'Your message' });
  await message.waitFor();
  await message.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('A senior .NET developer, hybrid in Lisbon, 45-52k EUR a year');
  await page.keyboard.press('Enter');
  await page.locator('#field-salary').waitFor();
  await page.locator('.message').getByText('Shall I publish it').waitFor();
  assert.ok(await message.evaluate((element) => element === document.activeElement), 'the focus stays in the composer');

  await tabTo(page, /^Edit: Location$/);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Location' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Porto');
  await page.keyboard.press('Enter');
  await page.locator('#field-location').getByText('Porto').waitFor();

  await tabTo(page, /^Finish$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Publish this job post?' }).waitFor();
  await tabTo(page, /^Publish exactly this$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Published' }).waitFor();

  await tabTo(page, /^Download JSON-LD$/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const post = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.equal(post['@type'], 'JobPosting');
  assert.match(JSON.stringify(post), /Porto/);
});
