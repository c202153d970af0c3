// Signing in: wrong passwords, the page that was asked for, a fresh sign-in in the middle of something, signing out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, demo, open, start, stop, talk } from './browser.mjs';

before(start);
after(stop);

async function fill(page, password) {
  await page.getByLabel('E-mail').fill(demo.email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
}

test('a wrong password says so and keeps what was typed', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  await fill(page, 'not the password');
  await page.getByRole('alert').waitFor();
  assert.equal(await page.getByLabel('E-mail').inputValue(), demo.email);
});

test('after the sign-in the page goes on to where the link led', async () => {
  const page = await open(at('/conversations?state=active'), { isSignedIn: false });
  await page.waitForURL(/sign-in/);
  await fill(page, demo.password);
  await page.waitForURL(/conversations\?state=active/);
});

test('a fresh sign-in is asked for in place, and the operation goes on', async () => {
  const page = await open(at('/conversations'));
  const id = await talk(page);
  let isFirst = true;
  await page.route(`**/v1/sessions/${id}`, (route) => {
    if (route.request().method() !== 'DELETE' || !isFirst) return route.continue();
    isFirst = false;
    const problem = { type: '', title: 'Forbidden', status: 403, detail: '', code: 'fresh_sign_in_required', request_id: '' };
    return route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) });
  });
  await page.goto(page.url().replace('/conversations', `/conversations/${id}`));
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.getByLabel('Password').fill(demo.password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: 'Conversations', level: 1 }).waitFor();
});

test('the language can be changed, and holds', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: 'العربية' }).click();
  await page.getByRole('heading', { name: 'تسجيل الدخول' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  await page.reload();
  await page.getByRole('heading', { name: 'تسجيل الدخول' }).waitFor();
});

test('signing out leads to the sign-in page', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  await fill(page, demo.password);
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
  await page.locator('.person-button').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in$/);
  await page.goto(new URL('/app/', page.url()).href);
  await page.waitForURL(/sign-in$/);
});
