// What admins do: by keyboard alone a key, a webhook endpoint, its delivery sent again; and axe with each dialog open.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { check, atRest } from './axe.mjs';
import { at, call, open, start, stop, talk } from './browser.mjs';
import { tabTo } from './tabbing.mjs';

let receiver;
let received = 0;

before(async () => {
  await start();
  receiver = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { type, data } = JSON.parse(text);
    const respond = (status, body) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (type === 'webhook_endpoint.verification') return respond(200, { challenge: data.challenge });
    received += 1;
    respond(500, { error: 'database unavailable' });
  });
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});

after(async () => {
  receiver.close();
  await stop();
});

const address = () => `http://127.0.0.1:${receiver.address().port}/hook`;

test('a key is created and revoked by keyboard alone', async () => {
  const page = await open(at('/keys'));
  await atRest(page);
  await tabTo(page, /^Create an API key$/);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('Careers page of the test');
  await page.keyboard.press('Enter');
  const shown = page.getByRole('dialog', { name: 'The key is created' });
  await shown.waitFor();
  assert.match(await shown.textContent(), /pw_live_/);
  await tabTo(page, /^I have stored it$/);
  await page.keyboard.press('Enter');
  await shown.waitFor({ state: 'detached' });
  assert.ok(!(await page.content()).includes('pw_live_'), 'the secret has left the page');

  await tabTo(page, /^Actions: Careers page of the test$/);
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Revoke' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor();
  await tabTo(page, /^Revoke$/);
  await page.keyboard.press('Enter');
  await page.getByText('Careers page of the test').first().waitFor({ state: 'detached' });
});

test('an endpoint is added, and its failed delivery is found and sent again, by keyboard alone', async () => {
  const page = await open(at('/webhooks'));
  await atRest(page);
  await tabTo(page, /^Add an endpoint$/);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Address' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type(address());
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'The endpoint is added' }).waitFor();
  await tabTo(page, /^I have stored it$/);
  await page.keyboard.press('Enter');

  await page.getByRole('link', { name: address() }).waitFor();
  await tabTo(page, new RegExp(`^${address()}$`));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: address(), level: 1 }).waitFor();
  await page.locator('.page-header').getByText('on', { exact: true }).waitFor();
  await tabTo(page, /^Send a test event$/);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'webhook.test' }).waitFor();
  await tabTo(page, /^webhook\.test$/);
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'webhook.test' });
  await dialog.getByText('database unavailable').first().waitFor();
  const before = received;
  await tabTo(page, /^Send again$/);
  await page.keyboard.press('Enter');
  await dialog.getByText(/Attempt .?2/).waitFor();
  assert.ok(received > before, 'the receiver was called again');

  await page.reload();
  await dialog.waitFor();
  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
  await removeEndpoints(page);
});

async function removeEndpoints(page) {
  const { items } = await call(page, 'GET', '/v1/webhook-endpoints?limit=100');
  for (const { id, url } of items) if (url === address()) await call(page, 'DELETE', `/v1/webhook-endpoints/${id}`);
}

test('settings are saved by group, and what is refused is said at its field', async () => {
  const page = await open(at('/settings'));
  const { session_retention_days: days } = await call(page, 'GET', '/v1/organization');
  const group = page.getByRole('region', { name: 'Conversations', exact: true });
  const field = group.getByLabel('Days that an expired conversation is kept');
  await field.fill('99999');
  await group.getByRole('button', { name: 'Save' }).click();
  await group.locator('.react-aria-FieldError').waitFor();
  await field.fill(String(days + 1));
  await group.getByRole('button', { name: 'Save' }).click();
  await group.getByText('Saved').waitFor();
  const saved = await call(page, 'GET', '/v1/organization');
  assert.equal(saved.session_retention_days, days + 1);
  await call(page, 'PATCH', '/v1/organization', { session_retention_days: days });
});

/** Each dialog of the management pages: its path, and the presses that open it. */
const dialogs = [
  ['/keys?create=true'],
  ['/webhooks?create=true'],
  ['/members?invite=true'],
  ['/members', 'summary', '.table .button-icon'],
  ['/publication-target', '.page .button-primary, .section .button'],
  ['/sign-ins', '.page-header .button:last-child'],
  ['/sign-ins', '.page-header .button:first-child'],
  ['/second-factor', '.section .button-primary'],
  ['/settings', '.button-danger'],
  ['/audit-log', '.row-link'],
];

for (const language of ['en', 'ar']) {
  test(`the dialogs, ${language}`, async () => {
    for (const [path, ...presses] of dialogs) {
      const page = await open(at(path), { language });
      await atRest(page);
      for (const selector of presses) await page.locator(selector).first().click();
      await check(page, `${path} ${presses}`);
      await page.context().close();
    }
  });

  test(`a job post, ${language}`, async () => {
    const page = await open(at('/job-posts'), { language });
    const id = await talk(page);
    const { content_hash } = await call(page, 'GET', `/v1/sessions/${id}`);
    const post = await call(page, 'POST', `/v1/sessions/${id}/finalize`, { content_hash });
    await page.goto(page.url().replace('/job-posts', `/job-posts/${post.id}`));
    await page.locator('.published').waitFor();
    await atRest(page);
    await check(page, 'job post');
    await call(page, 'DELETE', `/v1/job-posts/${post.id}`);
    await call(page, 'DELETE', `/v1/sessions/${id}`);
    await page.context().close();
  });
}
