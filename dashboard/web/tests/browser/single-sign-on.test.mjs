// Single sign-on to its end, at an identity provider of the test's own: who signs in stands where the link led; who is refused
// reads why, and can begin again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check } from './axe.mjs';
import { call, closePages, fillSignIn, open, start, stop, talk } from './browser.mjs';
import { startProvider } from './identity-provider.mjs';
import { invite, signUp, verifyDomain } from './people.mjs';

let provider;
let owner;
let colleague;

before(async () => {
  await start();
  provider = await startProvider();
  owner = await signUp();
  const page = await open('/sign-in', { isSignedIn: false });
  await fillSignIn(page, owner);
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
  const asOwner = (...what) => call(page, ...what);
  await configure(asOwner);
  const domain = await verifyDomain(asOwner);
  colleague = await invite(asOwner, { domain, role: 'admin' });
  await closePages();
});

after(async () => {
  await provider.close();
  await stop();
});

async function configure(asOwner, more = {}) {
  const set = await asOwner('PUT', '/v1/organization/identity-provider', { ...provider.configuration(), ...more });
  assert.equal(set.issuer, provider.url, JSON.stringify(set));
}

/** A page without a login, which may go to the provider. */
function signedOut(path, options = {}) {
  return open(path, { isSignedIn: false, others: [provider.url], ...options });
}

/** From the sign-in page of Postwright to that of the provider. */
async function leave(page, email = colleague.email) {
  await page.getByRole('link', { name: 'Sign in with your organization' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${provider.url}/**`);
}

/** Answers the provider's question. */
const confirm = (page) => page.getByRole('button', { name: 'Continue' }).click();

const isSignedIn = async (page) => (await call(page, 'GET', '/v1/me')).email !== undefined;

test('an admin signs in at the provider, and stands at Home', async () => {
  provider.is(colleague.email);
  const page = await signedOut('/sign-in');
  await leave(page);
  assert.equal(provider.asked().login_hint, colleague.email);
  await confirm(page);
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  assert.equal((await call(page, 'GET', '/v1/me')).email, colleague.email);
  assert.doesNotMatch(page.url(), /code=|state=/);
  const stored = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, document.cookie]));
  assert.doesNotMatch(stored, /token|postwright-single|pwl_/, 'neither what completed the sign-in nor the cookie is in reach of scripts');
  await page.reload();
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
});

test('a sign-in goes on to where the link led', async () => {
  provider.is(colleague.email);
  const page = await signedOut(`/live/${owner.organization_id}/conversations?state=active`);
  await page.waitForURL(/sign-in\?next=/);
  await leave(page);
  await confirm(page);
  await page.waitForURL(new RegExp(`/live/${owner.organization_id}/conversations\\?state=active`));
});

const refusals = [
  { answer: 'deny', says: 'did not let you in' },
  { answer: 'fail', says: 'cannot be reached' },
  { answer: 'forge', says: 'does not answer as it should' },
  { claims: { email_verified: false, sub: 'another id' }, says: 'does not confirm that the e-mail address is yours' },
  { email: 'mona@elsewhere.example', says: 'has not verified the domain' },
  { stranger: true, says: 'You are not a member' },
  { claims: { sub: 'somebody else' }, says: 'Somebody else signs in with this e-mail address' },
];

for (const { answer = 'grant', claims, email, stranger, says } of refusals) {
  test(`a refusal is shown where the sign-in began: ${says}`, async () => {
    provider.is(stranger ? `stranger@${colleague.email.split('@')[1]}` : email ?? colleague.email, claims);
    provider.answers(answer);
    const page = await signedOut(`/sign-in?next=/live/${owner.organization_id}/job-posts`);
    await leave(page);
    await confirm(page);
    await page.waitForURL(/\/app\/single-sign-on/);
    await page.getByRole('alert').getByText(says).waitFor();
    assert.equal(await isSignedIn(page), false);

    // The same page begins the next try, which still goes to where the link led.
    provider.answers('grant');
    provider.is(colleague.email);
    await page.getByLabel('E-mail').fill(colleague.email);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${provider.url}/**`);
    await confirm(page);
    await page.getByRole('heading', { name: 'Job posts', level: 1 }).waitFor();
  });
}

test('a refusal is in the language of the page, and is gone after a reload', async () => {
  provider.is(colleague.email);
  provider.answers('deny');
  const page = await signedOut('/single-sign-on', { language: 'ar' });
  await page.getByRole('textbox').fill(colleague.email);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${provider.url}/**`);
  await confirm(page);
  await page.getByRole('alert').getByText('لم يسمح لك دخول مؤسستك بالمرور').waitFor();
  await check(page, 'refused');
  await page.reload();
  await page.getByRole('textbox').waitFor();
  assert.equal(await page.getByRole('alert').count(), 0);
  provider.answers('grant');
});

const keepBack = (route) => route.fulfill({ contentType: 'text/html', body: '<title>Kept back</title>' });

test('an answer of the provider signs nobody in where no sign-in began', async () => {
  provider.is(colleague.email);
  const page = await signedOut('/sign-in');
  await leave(page);
  const [answer] = await Promise.all([
    page.waitForRequest(/\/account\/single-sign-on\?/),
    page.route('**/account/single-sign-on?*', keepBack).then(() => confirm(page)),
  ]);
  const victim = await signedOut('/sign-in');
  await victim.goto(answer.url());
  await victim.getByText('Copy this sign-in code').waitFor();
  assert.equal(await isSignedIn(victim), false);

  // Nor does it take the place of the answer to a sign-in that the victim has begun.
  await victim.goto(new URL('/app/sign-in', victim.url()).href);
  await leave(victim);
  await victim.goto(answer.url());
  await victim.getByRole('alert').getByText('This sign-in was completed already, or has expired').waitFor();
  assert.equal(await isSignedIn(victim), false);
});

test('who has no password here proves anew at the provider who they are', async () => {
  provider.is(colleague.email);
  const page = await signedOut('/sign-in');
  await leave(page);
  assert.equal(provider.asked().prompt, undefined);
  await confirm(page);
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  const id = await talk(page);
  const problem = { type: '', title: 'Forbidden', status: 403, detail: '', code: 'fresh_sign_in_required', request_id: '' };
  await page.route(`**/v1/sessions/${id}`, (route) => route.request().method() === 'DELETE'
    ? route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) })
    : route.continue());
  await page.goto(new URL(`/app/live/${owner.organization_id}/conversations/${id}`, page.url()).href);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in with your organization' }).click();
  await page.getByLabel('E-mail').fill(colleague.email);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${provider.url}/**`);
  assert.equal(provider.asked().prompt, 'login');
  await confirm(page);
  await page.waitForURL(new RegExp(`/conversations/${id}`));
});

test('where single sign-on is required, a password is refused and says so', async () => {
  const page = await open('/sign-in', { isSignedIn: false });
  await fillSignIn(page, owner);
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
  await configure((...what) => call(page, ...what), { enforced: true });
  const other = await signedOut('/sign-in');
  await fillSignIn(other, colleague);
  await other.getByRole('alert').getByText('Your organization asks you to sign in with it').waitFor();
  provider.is(colleague.email);
  await leave(other);
  await confirm(other);
  await other.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
});
