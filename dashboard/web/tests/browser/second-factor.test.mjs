// The authenticator app, by keyboard alone: added, used to sign in, replaced codes, removed; and demanded by the
// organization. The people are the test's own, because adding an app ends a person's other sign-ins.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atRest, check } from './axe.mjs';
import { call, fillSignIn, open, start, stop } from './browser.mjs';
import { codeOf, invite, signUp } from './people.mjs';
import { tabTo } from './tabbing.mjs';

let owner;
let member;
let recoveryCodes;

before(start);
after(stop);

async function signedIn(person, path = '') {
  const page = await open('/sign-in', { isSignedIn: false });
  await fillSignIn(page, person);
  await page.waitForURL(/\/live\//);
  await page.goto(new URL(`/app/live/${person.organization_id}${path}`, page.url()).href);
  return page;
}

/** From the password to the stored recovery codes; returns these. */
async function addApp(page, { password }, { axe } = {}) {
  await page.getByLabel('Password').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  const code = page.getByLabel('Code that the app shows');
  await code.and(page.locator(':focus')).waitFor();
  if (axe) await check(page, 'secret');
  const secret = (await page.getByRole('region', { name: 'Or type it' }).textContent()).replaceAll(' ', '');
  assert.match(await page.getByRole('link', { name: 'Open in the app' }).getAttribute('href'), new RegExp(`^otpauth://totp/.*secret=${secret}`));
  await code.focus();
  await page.keyboard.type(codeOf(secret));
  await page.keyboard.press('Enter');
  const codes = page.getByRole('region', { name: 'Recovery codes' });
  await codes.waitFor();
  if (axe) await check(page, 'recovery codes');
  const list = (await codes.textContent()).split('\n');
  assert.equal(list.length, 10);
  await tabTo(page, /^I have stored it$/);
  await page.keyboard.press('Enter');
  await codes.waitFor({ state: 'detached' });
  assert.ok(!(await page.content()).includes(secret), 'the secret has left the page');
  return list;
}

test('an app is added by keyboard alone', async () => {
  owner = await signUp();
  const page = await signedIn(owner, '/second-factor');
  await atRest(page);
  await tabTo(page, /^Add an authenticator app$/);
  await page.keyboard.press('Enter');
  recoveryCodes = await addApp(page, owner, { axe: true });
  await page.getByText('in use').waitFor();
  await check(page, 'in use');
});

test('from then on the sign-in asks for a code', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  await fillSignIn(page, owner);
  await page.getByLabel('Code of your authenticator app').fill(recoveryCodes.pop());
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();

  member = await invite((...what) => call(page, ...what));
  await call(page, 'PATCH', '/v1/organization', { second_factor_required: true });
});

test('a member whose organization requires an app adds it, and goes on to where the link led', async () => {
  const page = await open(`/live/${owner.organization_id}/job-posts`, { isSignedIn: false });
  await page.waitForURL(/sign-in/);
  await fillSignIn(page, member);
  await page.waitForURL(/\/app\/second-factor\?next=/);
  await check(page, 'demanded');
  await page.getByLabel('Password').focus();
  await addApp(page, member, { axe: true });
  await page.getByRole('heading', { name: 'Job posts', level: 1 }).waitFor();
});

test('recovery codes are replaced, and the app is removed', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  await fillSignIn(page, owner);
  await page.getByLabel('Code of your authenticator app').fill(recoveryCodes.pop());
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
  await call(page, 'PATCH', '/v1/organization', { second_factor_required: false });
  await page.goto(new URL(`/app/live/${owner.organization_id}/second-factor`, page.url()).href);

  await page.getByRole('button', { name: 'Replace the recovery codes' }).click();
  await prove(page, recoveryCodes.pop(), 'Replace the recovery codes');
  const codes = page.getByRole('region', { name: 'Recovery codes' });
  const [code] = (await codes.textContent()).split('\n');
  await page.getByRole('button', { name: 'I have stored it' }).click();

  await page.getByRole('button', { name: 'Remove the app' }).click();
  await check(page, 'removing');
  await prove(page, 'not-a-code', 'Remove the app');
  await page.getByText('The code is wrong').waitFor();
  await prove(page, code, 'Remove the app');
  await page.getByText('You sign in with your password alone.').waitFor();
});

async function prove(page, code, action) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').fill(owner.password);
  await dialog.getByLabel('Code of your authenticator app').fill(code);
  await dialog.getByRole('button', { name: action }).click();
}
