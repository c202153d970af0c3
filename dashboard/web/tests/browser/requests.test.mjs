// The failed requests: found by keyboard alone, in the address, and axe on the page full, empty and failing.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { atRest, check } from './axe.mjs';
import { at, call, open, start, stop } from './browser.mjs';
import { tabTo } from './tabbing.mjs';

/** The server writes an entry about a second after its response. */
const WRITTEN_MS = 1500;

before(start);
after(stop);

test('a refused request is found, with its id and what to do, by keyboard alone', async () => {
  const page = await open(at('/requests'), { permissions: ['clipboard-read', 'clipboard-write'] });
  const session = randomUUID();
  const { request_id: id } = await call(page, 'GET', `/v1/sessions/${session}`);
  const name = `GET /v1/sessions/…${session.slice(-8)}`;
  await page.waitForTimeout(WRITTEN_MS);
  await page.reload();
  await atRest(page);
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Code' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('not_found');
  await page.waitForURL(/code=not_found/);
  await page.getByRole('link', { name }).waitFor();
  await tabTo(page, new RegExp(`^${name}$`));
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name });
  await dialog.getByText('There is nothing with this id').waitFor();
  await tabTo(page, /^Copy$/);
  await page.keyboard.press('Enter');
  await dialog.getByText('Copied').first().waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), id);

  await page.reload();
  await dialog.getByText(id).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.match(page.url(), /code=not_found/);
});

test('the filters are in the address, and Back undoes them one by one', async () => {
  const page = await open(at('/requests?status=422'));
  await atRest(page);
  await page.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('option', { name: '404' }).click();
  await page.waitForURL(/status=404/);
  await page.goBack();
  await page.getByRole('button', { name: /422.*Status|Status.*422/ }).waitFor();
});

const sample = [
  ['POST', `/v1/sessions/${randomUUID()}/turns`, 'start_turn', 422, 'invalid_request'],
  ['POST', `/v1/sessions/${randomUUID()}/turns`, 'start_turn', 429, 'too_many_requests'],
  ['POST', `/v1/sessions/${randomUUID()}/finalize`, 'finalize_session', 500, 'internal_error'],
].map(([method, path, operation_id, status, code]) => ({
  request_id: randomUUID(), method, path, operation_id, status, code, livemode: true, occurred_at: new Date().toISOString(),
}));

const states = {
  full: { status: 200, body: { items: sample } },
  empty: { status: 200, body: { items: [] } },
  error: { status: 400, body: { type: '', title: '', status: 400, detail: 'Broken.', code: 'broken', request_id: randomUUID() } },
};

for (const language of ['en', 'ar']) {
  test(`the page full, empty and failing, and its panel, ${language}`, async () => {
    for (const [state, { status, body }] of Object.entries(states)) {
      const page = await open(at('/sign-ins'), { language });
      await page.route('**/v1/requests?*', (route) => route.fulfill({ status, json: body }));
      const panel = state === 'full' ? `?request=${sample[0].request_id}` : '';
      await page.goto(page.url().replace('/sign-ins', '/requests'));
      await atRest(page);
      await check(page, `requests ${state}`);
      if (panel) {
        await page.goto(page.url() + panel);
        await page.locator('.dialog .facts').waitFor();
        await check(page, 'a request');
      }
      await page.context().close();
    }
  });
}
