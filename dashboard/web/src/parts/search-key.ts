// The key "/" moves to the search of a list. People who speak to the computer, or hit keys by accident, can turn it off
// (WCAG 2.1.4). Kept in this browser only.
import { useEffect, useSyncExternalStore } from 'react';

const STORED = 'postwright-search-key';
const KEY = '/';

const listeners = new Set<() => void>();

function isOn(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the key works, and turning it on or off. */
export function useSearchKeySetting(): [boolean, (isOn: boolean) => void] {
  const on = useSyncExternalStore(subscribe, isOn);
  function turn(next: boolean) {
    if (next) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
    for (const listener of listeners) listener();
  }
  return [on, turn];
}

export function useSearchKey() {
  useEffect(() => {
    document.addEventListener('keydown', focusSearch);
    return () => document.removeEventListener('keydown', focusSearch);
  }, []);
}

function focusSearch(event: KeyboardEvent) {
  if (event.key !== KEY || event.ctrlKey || event.metaKey || event.altKey || !isOn() || isTyping(event.target)) return;
  // Behind a dialog the page is inert: its search takes no focus.
  const search = document.querySelector<HTMLInputElement>('main input[type=search]');
  if (!search || document.querySelector('.overlay')) return;
  event.preventDefault();
  search.focus();
  search.select();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
