// Signing in: wrong passwords, the page that was asked for, a fresh sign-in in the middle of something, signing out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, call, demo, fillSignIn, open, start, stop, talk } from './browser.mjs';

before(start);
after(stop);

const fill = (page, password) => fillSignIn(page, { email: demo.email, password });

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
  await page.getByRole('button', { name: 'More', exact: true }).click();
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

test('signing in over an existing sign-in ends the old one', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  const current = async () => (await call(page, 'GET', '/v1/me/logins?limit=100')).items.find((login) => login.current).id;
  await fill(page, demo.password);
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
  const first = await current();
  await page.goto(new URL('/app/sign-in', page.url()).href);
  await fill(page, demo.password);
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
  const { items } = await call(page, 'GET', '/v1/me/logins?limit=100');
  assert.notEqual(await current(), first);
  assert.ok(items.every(({ id }) => id !== first), 'the old one has ended');
});

/** Lets the form's operation stand for the link's, which works once for each start of the server. */
async function takeLinks(page, answer) {
  const seen = [];
  await page.route('**/v1/auth/browser/open-link', (route) => {
    seen.push({ ...route.request().postDataJSON(), address: page.url() });
    return answer(route);
  });
  return seen;
}

test('the token of a one-time link leaves the address before it is sent', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  const { email, password } = demo;
  const seen = await takeLinks(page, (route) =>
    route.continue({ url: route.request().url().replace('/open-link', '/sign-in'), postData: JSON.stringify({ email, password }) }));
  await page.goto(new URL('/app/#sign-in=a-token-of-one-time', page.url()).href);
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  assert.deepEqual(seen.map(({ token }) => token), ['a-token-of-one-time']);
  assert.ok(!seen[0].address.includes('token'), seen[0].address);
  await page.goBack();
  assert.ok(!page.url().includes('token'), 'nor is it in the history');
});

test('a link that was used leads to the sign-in, and says so', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  const problem = { type: '', title: 'Conflict', status: 409, detail: '', code: 'link_ended', request_id: '' };
  await takeLinks(page, (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) }));
  await page.goto(new URL('/app/#sign-in=a-token-of-one-time', page.url()).href);
  await page.getByText('This link was used already').waitFor();
  assert.ok(!page.url().includes('token'));
  await fill(page, demo.password);
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
});

test('single sign-on leaves for the provider, and keeps what completes it in the tab', async () => {
  const page = await open(`/sign-in?next=${encodeURIComponent(at('/job-posts'))}`, { isSignedIn: false });
  await page.getByRole('link', { name: 'Sign in with your organization' }).click();
  await page.getByLabel('E-mail').fill('nobody@nowhere.example');
  await page.keyboard.press('Enter');
  await page.getByText('No organization has set this up').waitFor();

  const provider = new URL('/docs', page.url()).href;
  const begun = { authorization_url: provider, sign_in_token: 'a-token-of-the-tab', expires_in: 600 };
  await page.route('**/v1/auth/single-sign-on', (route) => route.fulfill({ status: 201, json: begun }));
  await page.route(provider, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Provider</title>' }));
  await page.keyboard.press('Enter');
  await page.waitForURL(provider);
  const kept = await page.evaluate(() => JSON.parse(sessionStorage.getItem('postwright-single-sign-on')));
  const begunAt = `/app/single-sign-on?next=${encodeURIComponent(at('/job-posts'))}`;
  assert.deepEqual(kept, { token: 'a-token-of-the-tab', next: `/app${at('/job-posts')}`, begunAt });
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
