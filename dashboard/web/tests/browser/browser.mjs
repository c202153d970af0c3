// A real browser for the tests: signs in as the demo admin, and notes what a page must never do.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const base = process.env.BASE ?? 'http://127.0.0.1:8000';
export const demoFile = process.env.DEMO ?? '../../.postwright/demo.json';
export const demo = JSON.parse(readFileSync(demoFile, 'utf8'));

let browser;
let signedIn;
const faults = [];

export async function start() {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

/** Closes the pages of a test, and their streams with them: a person may have only so many. */
export async function closePages() {
  for (const context of browser.contexts()) await context.close();
}

/** Closes the browser; fails if any page broke the policy, threw, or logged an error. */
export async function stop() {
  await browser.close();
  assert.deepEqual(faults, []);
}

/** A page, signed in unless the options say otherwise. */
export async function open(path, options = {}) {
  const { language = 'en', isSignedIn = true, origin = base, others = [], ...rest } = options;
  if (isSignedIn) signedIn ??= await signIn();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...(isSignedIn && { storageState: signedIn }),
    ...rest,
  });
  await context.addInitScript((code) => {
    if (!localStorage.getItem('postwright-language')) localStorage.setItem('postwright-language', code);
    addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.violatedDirective} ${event.sample}`));
  }, language);
  const page = await context.newPage();
  watch(page, [origin, ...others]);
  await page.goto(`${origin}/app${path}`);
  return page;
}

/** Notes what a page does that it must not do. A page that the test opens by itself is watched by hand. */
export function watch(page, allowed = [base]) {
  const origins = allowed.map((url) => new URL(url).origin);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const isAboutStatus = /Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !isAboutStatus) faults.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'blob:' && !origins.includes(origin)) faults.push(`request to ${origin}`);
  });
}

async function signIn() {
  const page = await open('/sign-in', { isSignedIn: false });
  await fillSignIn(page, demo);
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
  // The cookie only: the language in the browser's storage is each test's own.
  const { cookies } = await page.context().storageState();
  await page.context().close();
  return { cookies, origins: [] };
}

export async function fillSignIn(page, { email, password }) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
}

export function at(path, mode = 'live') {
  return `/${mode}/${demo.organization_id}${path}`;
}

/** Calls the API with the page's own cookie. */
export function call(page, method, path, body, mode = 'live') {
  return page.evaluate(async ([verb, url, json, wanted]) => {
    const headers = { 'Content-Type': 'application/json', Prefer: 'wait=20', 'Postwright-Mode': wanted };
    const response = await fetch(url, { method: verb, headers, ...(json && { body: JSON.stringify(json) }) });
    return response.status === 204 ? null : response.json();
  }, [method, path, body, mode]);
}

/** A conversation with an answer in it. */
export async function talk(page, message = 'A senior .NET developer, hybrid in Lisbon, 45-52k EUR a year') {
  const session = await call(page, 'POST', '/v1/sessions', {});
  await call(page, 'POST', `/v1/sessions/${session.id}/turns`, { message });
  return session.id;
}
