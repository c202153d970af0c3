// Takes pictures of the pages, for docs/dashboard.md and to look at: PICTURES=folder node tests/browser/pictures.mjs
import { mkdirSync } from 'node:fs';
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
  await page.locator('.post-actions .button-primary').click();
  await page.locator('.content-to-confirm').waitFor();
  await take(page, `finishing-${look}`);
  await call(page, 'DELETE', `/v1/sessions/${id}`);
  await page.context().close();
}
await stop();

async function visit(page, path) {
  await page.goto(new URL(`/app${at(path)}`, page.url()).href);
}

async function take(page, name) {
  await page.locator('h1').first().waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
