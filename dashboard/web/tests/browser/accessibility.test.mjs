// axe on every page: English and Arabic, light and dark, wide and 320 px, and nothing wider than the window.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, call, open, start, stop, talk } from './browser.mjs';
import { check, problemsOf, atRest, SIZES } from './axe.mjs';

const pages = [
  '', '/conversations', '/job-posts', '/keys', '/webhooks', '/deliveries', '/requests',
  '/publication-target', '/members', '/settings', '/sign-ins', '/second-factor', '/audit-log',
];

before(start);
after(stop);

for (const language of ['en', 'ar']) {
  test(`sign-in, ${language}`, async () => {
    for (const path of ['/sign-in?link=used', '/single-sign-on']) {
      const page = await open(path, { language, isSignedIn: false });
      await atRest(page);
      await check(page, path);
      await page.context().close();
    }
  });

  for (const path of pages) {
    test(`${path || '/'}, ${language}`, async () => {
      const page = await open(at(path), { language });
      await atRest(page);
      await check(page, path);
      await page.context().close();
    });
  }

  test(`a conversation, its editor, history and finishing, ${language}`, async () => {
    const page = await open(at('/conversations'), { language });
    const id = await talk(page);
    await page.goto(page.url().replace('/conversations', `/conversations/${id}`));
    await page.locator('#field-title').waitFor();
    await check(page, 'conversation');
    await page.setViewportSize(SIZES[0]);
    await page.locator('#field-salary .field-edit button').click();
    await check(page, 'editor');
    await page.setViewportSize(SIZES[0]);
    await page.keyboard.press('Escape');
    await page.locator('.post-actions .button-quiet').last().click();
    await page.getByRole('slider').waitFor();
    await page.keyboard.press('Home');
    await page.locator('.history-line button').first().press('Enter');
    await check(page, 'history');
    await page.setViewportSize(SIZES[0]);
    await page.locator('.history-bar .button-quiet').click();
    await page.locator('.post-actions .button-primary').click();
    await page.locator('.content-to-confirm').waitFor();
    await check(page, 'finishing');
    await call(page, 'DELETE', `/v1/sessions/${id}`);
    await page.context().close();
  });

  test(`the test mode, a menu and the drawer, ${language}`, async () => {
    const page = await open(at('', 'test'), { language, viewport: SIZES[1] });
    await atRest(page);
    await page.locator('.drawer-button button').click();
    await page.locator('.drawer').waitFor();
    assert.deepEqual(await problemsOf(page), [], 'drawer');
    await page.keyboard.press('Escape');
    await page.locator('.person-button').click();
    await page.locator('.menu').waitFor();
    assert.deepEqual(await problemsOf(page), [], 'menu');
    await page.context().close();
  });
}
