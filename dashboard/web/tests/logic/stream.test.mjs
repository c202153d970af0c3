// The event stream: when it tries again, and when it rests.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { load } from './load.mjs';

const { startStream } = await load('pages/conversation/state/stream.ts');

let sources;
let connections;
let stop;

globalThis.EventSource = class {
  constructor() {
    this.listeners = {};
    sources.push(this);
  }

  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }

  close() {
    this.isClosed = true;
  }

  send(type) {
    this.listeners[type]({ data: JSON.stringify({ type, sequence: 1 }) });
  }
};

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  sources = [];
  connections = [];
  globalThis.document = Object.assign(new EventTarget(), { hidden: false });
  stop = startStream({
    url: (after) => `/events?after=${after}`,
    lastSequence: () => 0,
    onEvent() {},
    onClosed() {},
    onConnection: (connection) => connections.push(connection),
  });
});

afterEach(() => {
  stop();
  mock.timers.reset();
});

const open = () => sources.filter(({ isClosed }) => !isClosed);

function show(isShown) {
  document.hidden = !isShown;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('a server that takes the connection and ends it at once is asked less and less often', () => {
  for (const delay of [300, 700, 1500, 2000]) {
    sources.at(-1).onopen();
    sources.at(-1).onerror();
    mock.timers.tick(delay - 1);
    assert.equal(open().length, 0, `not before ${delay} ms`);
    mock.timers.tick(1);
    assert.equal(open().length, 1);
  }
  assert.ok(connections.includes('lost'));
});

test('an event makes the next retry a quick one again', () => {
  for (const delay of [300, 700]) {
    sources.at(-1).onerror();
    mock.timers.tick(delay);
  }
  sources.at(-1).send('turn.running');
  sources.at(-1).onerror();
  mock.timers.tick(300);
  assert.equal(open().length, 1);
});

test('a page that is hidden for a moment keeps its stream, and one hidden for long closes it until it is shown', () => {
  show(false);
  mock.timers.tick(29_000);
  show(true);
  mock.timers.tick(60_000);
  assert.equal(sources.length, 1);
  show(false);
  mock.timers.tick(30_000);
  assert.equal(open().length, 0);
  show(true);
  assert.equal(open().length, 1);
});

test('hiding the page does not forget a retry that is due', () => {
  sources.at(-1).onerror();
  show(false);
  mock.timers.tick(300);
  assert.equal(open().length, 1);
});

test('a stopped stream stays closed', () => {
  sources.at(-1).onerror();
  stop();
  show(false);
  show(true);
  mock.timers.tick(60_000);
  assert.equal(open().length, 0);
});
