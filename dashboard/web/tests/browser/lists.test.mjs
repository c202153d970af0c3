// What lists and settings have in common: the key for the search, CSV of what the filters leave, dates in the
// organization's time zone, and no reading while nobody is there.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { atRest } from './axe.mjs';
import { at, call, open, start, stop, talk } from './browser.mjs';

const MINUTE = 60_000;

const now = new Date().toISOString();
const summary = {
  id: '019a9f40-0000-7000-8000-0000000000c1', livemode: true, title: 'Lighthouse keeper', company_name: 'Papaya', status: 'active',
  current_step: 'finalizing', filled_fields: 6, usual_fields: 11, turns: 1, created_at: now, updated_at: now, expires_at: now,
};

before(start);
after(stop);

test('the key / moves to the search, unless somebody types or has turned it off', async () => {
  const page = await open(at('/conversations'));
  await atRest(page);
  const search = page.getByRole('searchbox', { name: 'Search' });
  await page.keyboard.press('/');
  await search.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('a/b');
  assert.equal(await search.inputValue(), 'a/b');

  await page.locator('.person-button').click();
  await page.getByRole('menuitem', { name: 'Turn off the key' }).click();
  await page.reload();
  await atRest(page);
  await page.keyboard.press('/');
  assert.ok(!(await search.evaluate((input) => input === document.activeElement)));
  await page.locator('.person-button').click();
  await page.getByRole('menuitem', { name: 'Turn on the key' }).waitFor();
});

test('a page without items that has a next one is no end', async () => {
  const page = await open(at('/sign-ins'));
  const pages = { undefined: { items: [], next_page: 'a' }, a: { items: [], next_page: 'b' } };
  await page.route('**/v1/session-summaries?*', (route) => {
    const token = new URL(route.request().url()).searchParams.get('page_token') ?? undefined;
    return pages[token] ? route.fulfill({ json: pages[token] }) : route.fulfill({ json: { items: [summary] } });
  });
  await page.goto(page.url().replace('/sign-ins', '/conversations?q=keeper'));
  await page.getByRole('link', { name: 'Lighthouse keeper' }).waitFor();
});

test('the CSV has what the filters leave', async () => {
  const page = await open(at('/conversations?q=developer&state=active'));
  await atRest(page);
  const [request, download] = await Promise.all([
    page.waitForRequest('**/v1/session-summaries/exports/csv?*'),
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const query = new URL(request.url()).searchParams;
  assert.deepEqual(Object.fromEntries(query), { q: 'developer', status: 'active' });
  assert.match(await readFile(await download.path(), 'utf8'), /^"# end: /m);
});

test('dates are in the time zone of the organization, and in UTC in the tooltip', async () => {
  const page = await open(at('/settings'), { timezoneId: 'America/New_York' });
  const group = page.getByRole('region', { name: 'General' });
  const zone = group.getByLabel('Time zone');
  const { time_zone: earlier } = await call(page, 'GET', '/v1/organization');
  await zone.fill('Mars/Olympus');
  await group.getByText('A name of the IANA list').waitFor();
  await zone.fill('Asia/Tokyo');
  await group.getByText(/GMT\+9/).waitFor();
  await group.getByRole('button', { name: 'Save' }).click();
  await group.getByText('Saved').waitFor();
  assert.equal((await call(page, 'GET', '/v1/organization')).time_zone, 'Asia/Tokyo');

  await page.goto(page.url().replace('/settings', '/sign-ins'));
  const began = page.locator('.table time').first();
  assert.match(await began.textContent(), /GMT\+9$/);
  assert.match(await began.getAttribute('title'), /UTC$/);
  await call(page, 'PATCH', '/v1/organization', { time_zone: earlier });
});

test('the currency of the organization is used where an amount names none', async () => {
  const page = await open(at('/settings'));
  const group = page.getByRole('region', { name: 'General' });
  const { currency: earlier = '' } = await call(page, 'GET', '/v1/organization');
  await group.getByLabel('Currency').fill('chf');
  await group.getByText('Swiss Franc').waitFor();
  await group.getByRole('button', { name: 'Save' }).click();
  await group.getByText('Saved').waitFor();

  const id = await talk(page, 'A senior .NET developer, hybrid, 90-110k a year');
  await page.goto(page.url().replace('/settings', `/conversations/${id}`));
  const salary = page.locator('#field-salary');
  await salary.getByText(/CHF/).waitFor();
  await salary.getByText('copied').waitFor();

  // The editor of an empty salary begins with it, and leaves nothing behind without an amount.
  await call(page, 'PATCH', `/v1/sessions/${id}/job-data`, { salary: null });
  await salary.waitFor({ state: 'detached' });
  const edit = async (amount) => {
    await page.getByRole('button', { name: 'Add a field' }).click();
    await page.getByRole('menuitem', { name: 'Salary' }).click();
    assert.equal(await salary.getByLabel('Currency').inputValue(), 'CHF');
    await salary.getByLabel('From').fill(amount);
    await salary.getByRole('button', { name: 'Save' }).click();
    await salary.getByLabel('Currency').waitFor({ state: 'detached' });
    return (await call(page, 'GET', `/v1/sessions/${id}`)).job_data.salary;
  };
  assert.equal(await edit(''), undefined);
  assert.deepEqual(await edit('100,000'), { min: '100000', currency: 'CHF' });
  await call(page, 'PATCH', '/v1/organization', { currency: earlier });
  await call(page, 'DELETE', `/v1/sessions/${id}`);
});

test('a conversation begins in one of the languages of the organization', async () => {
  const page = await open(at('/settings'));
  const group = page.getByRole('region', { name: 'General' });
  await group.getByText('Deutsch', { exact: true }).click();
  await group.getByText('Français', { exact: true }).click();
  await group.getByText('Deutsch and Français').waitFor();
  await group.getByRole('button', { name: 'Save' }).click();
  await group.getByText('Saved').waitFor();
  assert.deepEqual((await call(page, 'GET', '/v1/organization')).languages, ['de', 'fr']);

  await page.goto(page.url().replace('/settings', '/conversations'));
  await page.getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('menuitem', { name: 'Français' }).click();
  await page.waitForURL(/conversations\/[0-9a-f-]{36}/);
  const id = /conversations\/([0-9a-f-]{36})/.exec(page.url())[1];
  assert.equal((await call(page, 'GET', `/v1/sessions/${id}`)).locale, 'fr');
  await call(page, 'PATCH', '/v1/organization', { languages: [] });
  await call(page, 'DELETE', `/v1/sessions/${id}`);
});

test('a page that nobody uses stops reading after 15 minutes, and goes on with the next key', async () => {
  const page = await open(at(''));
  await page.clock.install();
  await page.reload();
  await atRest(page);
  let reads = 0;
  let pending = 0;
  page.on('request', (request) => {
    pending += 1;
    if (/session-summaries|attention/.test(request.url())) reads += 1;
  });
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, () => { pending -= 1; });
  const pass = async (minutes) => {
    for (let passed = 0; passed < minutes; passed += 1) {
      await page.clock.runFor(MINUTE);
      do await page.waitForTimeout(10); while (pending > 0);
    }
    const before = reads;
    reads = 0;
    return before;
  };
  assert.ok((await pass(5)) >= 5, 'it reads while somebody may be there');
  await pass(11);
  assert.equal(await pass(30), 0, 'it rests');
  await page.keyboard.press('Shift');
  assert.ok((await pass(2)) >= 2, 'it goes on');
});

test('the room of the two sides of a conversation is in the address', async () => {
  const page = await open(at('/conversations'));
  const id = await talk(page);
  await page.goto(page.url().replace('/conversations', `/conversations/${id}`));
  const post = page.locator('.post');
  const width = async () => (await post.boundingBox()).width;
  await post.waitFor();
  const before = await width();
  await page.getByRole('button', { name: 'More room for the job post' }).click();
  await page.waitForURL(/wide=post/);
  assert.ok((await width()) > before);
  await page.reload();
  await page.getByRole('button', { name: 'More room for the job post', pressed: true }).press('Enter');
  await page.waitForURL((url) => !url.search.includes('wide'));
  await call(page, 'DELETE', `/v1/sessions/${id}`);
});
