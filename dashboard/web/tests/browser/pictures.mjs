// Takes pictures of the pages, for docs/dashboard.md and to look at: PICTURES=folder node tests/browser/pictures.mjs
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { at, call, open, start, stop, talk } from './browser.mjs';

const folder = process.env.PICTURES ?? '../../target/dashboard-pictures';
mkdirSync(folder, { recursive: true });

const looks = [
  { name: 'light', language: 'en', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark', language: 'en', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { name: 'arabic', language: 'ar', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'phone', language: 'en', colorScheme: 'light', viewport: { width: 320, height: 640 } },
];

const pages = [
  'home', 'conversations', 'job-posts', 'keys', 'webhooks', 'deliveries', 'requests',
  'publication-target', 'members', 'settings', 'sign-ins', 'second-factor', 'audit-log',
];

await start();
await takeFailedDelivery();
for (const { name: look, ...options } of looks) {
  const signIn = await open('/sign-in', { ...options, isSignedIn: false });
  await take(signIn, `sign-in-${look}`);
  const page = await open(at(''), options);
  for (const name of pages) {
    await visit(page, name === 'home' ? '' : `/${name}`);
    await take(page, `${name}-${look}`);
  }
  await page.goto(new URL('/app/second-factor', page.url()).href);
  await take(page, `second-factor-required-${look}`);
  const id = await talk(page);
  await visit(page, `/conversations/${id}`);
  await take(page, `conversation-${look}`);
  await visit(page, `/conversations/${id}?side=post`);
  await take(page, `post-${look}`);
  await takeWordsBehindPay(page, `pay-${look}`);
  await page.locator('.post-actions .button-primary').click();
  await page.locator('.content-to-confirm').waitFor();
  await take(page, `finishing-${look}`);
  await call(page, 'DELETE', `/v1/sessions/${id}`);
  await page.context().close();
}
await stop();

/** The list and the details of a delivery that its receiver answers with an error. */
async function takeFailedDelivery() {
  const receiver = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { type, data } = JSON.parse(text);
    const isVerification = type === 'webhook_endpoint.verification';
    const body = isVerification ? { challenge: data.challenge } : { error: 'database unavailable' };
    response.writeHead(isVerification ? 200 : 500, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const page = await open(at('/webhooks'));
  const url = `http://127.0.0.1:${receiver.address().port}/hook`;
  const { id } = await call(page, 'POST', '/v1/webhook-endpoints', { url });
  await page.waitForTimeout(2000);
  await call(page, 'POST', `/v1/webhook-endpoints/${id}/test`);
  await page.waitForTimeout(3000);
  await visit(page, '/deliveries');
  await take(page, 'deliveries-failed');
  await page.getByRole('link', { name: 'webhook.test' }).first().click();
  await page.getByText('database unavailable').first().waitFor();
  await take(page, 'delivery-failed');
  await visit(page, `/webhooks/${id}`);
  await take(page, 'webhook-failed');
  await call(page, 'DELETE', `/v1/webhook-endpoints/${id}`);
  await page.context().close();
  receiver.close();
}

/** The pay and the words that it rests on, which are marked in the talk. */
async function takeWordsBehindPay(page, name) {
  const row = page.locator('#field-salary');
  await row.scrollIntoViewIfNeeded();
  await row.hover();
  await take(page, name);
}

async function visit(page, path) {
  await page.goto(new URL(`/app${at(path)}`, page.url()).href);
}

async function take(page, name) {
  await page.locator('h1').first().waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
