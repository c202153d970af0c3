// Reading again and again while somebody is there. A page that was left open must not keep its sign-in alive for days:
// without input for a quarter of an hour, or while it is hidden, it reads nothing by itself.
import { useSyncExternalStore } from 'react';

const IDLE_MS = 15 * 60_000;
const INPUTS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'focus'];

let isSomebodyThere = true;
let timer = setTimeout(leave, IDLE_MS);
const listeners = new Set<() => void>();

for (const type of INPUTS) addEventListener(type, arrive, { capture: true, passive: true });

function arrive() {
  clearTimeout(timer);
  timer = setTimeout(leave, IDLE_MS);
  set(true);
}

function leave() {
  set(false);
}

function set(value: boolean) {
  if (isSomebodyThere === value) return;
  isSomebodyThere = value;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The interval for react-query, which itself pauses while the page is hidden; false while nobody is there. */
export function usePoll(milliseconds: number): number | false {
  return useSyncExternalStore(subscribe, () => isSomebodyThere) && milliseconds;
}
