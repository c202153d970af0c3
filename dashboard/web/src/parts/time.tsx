// A moment: relative where people read it, else in the organization's time zone, and always in UTC in the tooltip.
import { useSyncExternalStore } from 'react';
import { useFormat } from '../words/format';

let now = Date.now();
const listeners = new Set<() => void>();
setInterval(() => {
  now = Date.now();
  for (const listener of listeners) listener();
}, 30_000);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The time, within half a minute: relative times move on by themselves. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

export function RelativeTime({ value }: { value: string }) {
  const format = useFormat();
  const current = useNow();
  return <time dateTime={value} title={format.utc(value)}>{format.relative(value, current)}</time>;
}

export function DateTime({ value }: { value: string }) {
  const format = useFormat();
  return <time dateTime={value} title={format.utc(value)}>{format.dateTime(value)}</time>;
}
