// The filters and the open entry, as the address holds them.
import { asRange, startOf, type Range } from '../../parts/ranges';

export type Search = { action?: string; actor?: string; range?: Range; entry?: string };

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function asSearch(search: Record<string, unknown>): Search {
  return {
    action: text(search.action),
    actor: text(search.actor),
    range: asRange(search.range),
    entry: text(search.entry),
  };
}

export function queryOf({ action, actor, range }: Search) {
  return { action, actor_id: actor, from: range && startOf(range) };
}
