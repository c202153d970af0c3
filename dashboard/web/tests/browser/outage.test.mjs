// The API goes away in the middle of an answer: within three seconds of its return the page shows what the API says.
// The test stands between browser and server, and cuts every connection, as the death of an API process does. It holds
// the first piece of the answer back until then, so that a quick answer is cut in its middle as well as a slow one.
import assert from 'node:assert/strict';
import { connect, createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { at, base, call, open, start, stop } from './browser.mjs';

const FIRST_PIECE = 'event: text.delta';
const AWAY_MS = 4_000;
const MOST_MS = 3_000;

let relay;

before(async () => {
  relay = await startRelay(new URL(base));
  await start();
});

after(async () => {
  relay.cut();
  await stop();
});

async function startRelay(target) {
  const sockets = new Set();
  let held = null;
  const server = createServer((inner) => {
    const outer = connect(Number(target.port), target.hostname);
    for (const socket of [inner, outer]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => {});
    }
    inner.on('close', () => outer.destroy());
    outer.on('close', () => inner.destroy());
    inner.pipe(outer);
    outer.on('data', (bytes) => {
      if (!held || !bytes.includes(held.text)) return inner.write(bytes);
      outer.pause();
      held.reached();
      held = null;
    });
  });
  const listen = (port) => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    restore: () => listen(port),
    /** Resolves when the server has sent the text: its connection passes on nothing from there. */
    holdAt: (text) => new Promise((reached) => { held = { text, reached }; }),
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

test('the page is right within three seconds of the API’s return', async (t) => {
  const page = await open(at('/conversations'), { origin: relay.origin });
  const session = await call(page, 'POST', '/v1/sessions', {});
  await page.goto(page.url().replace('/conversations', `/conversations/${session.id}`));
  const message = page.getByRole('textbox', { name: 'Your message' });
  await message.fill('A senior .NET developer, hybrid in Lisbon, 45-52k EUR a year');
  const accepted = page.waitForResponse((response) => response.url().endsWith('/turns') && response.request().method() === 'POST');
  const answering = relay.holdAt(FIRST_PIECE);
  await message.press('Enter');
  await accepted;
  await answering;
  relay.cut();
  await page.locator('.connection').waitFor();
  await page.waitForTimeout(AWAY_MS);

  await relay.restore();
  const began = performance.now();
  await page.locator('#field-salary').waitFor({ timeout: MOST_MS });
  await page.locator('.message[data-from=agent]:not([data-writing])').nth(1).waitFor({ timeout: MOST_MS });
  await page.locator('.connection').waitFor({ state: 'detached', timeout: MOST_MS });
  const took = Math.round(performance.now() - began);
  t.diagnostic(`${took} ms`);
  assert.ok(took < MOST_MS, `${took} ms`);

  const { items } = await call(page, 'GET', `/v1/sessions/${session.id}/messages`);
  const shown = await page.locator('.message').allTextContents();
  for (const { text } of items) assert.ok(shown.some((said) => plain(said).includes(plain(text))), text);
  const { job_data } = await call(page, 'GET', `/v1/sessions/${session.id}`);
  for (const word of [job_data.title, job_data.location, job_data.work_type]) {
    await page.locator('.post').getByText(word, { exact: true }).first().waitFor({ timeout: 100 });
  }
  await call(page, 'DELETE', `/v1/sessions/${session.id}`);
});

const plain = (text) => text.replace(/\s+/g, ' ').trim();
