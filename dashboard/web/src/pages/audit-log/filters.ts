// The filters and the open entry, as the address holds them.
export const ranges = ['1d', '7d', '30d'] as const;

export type Search = { action?: string; actor?: string; range?: (typeof ranges)[number]; entry?: string };

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function asSearch(search: Record<string, unknown>): Search {
  return {
    action: text(search.action),
    actor: text(search.actor),
    range: ranges.find((range) => range === search.range),
    entry: text(search.entry),
  };
}

export function queryOf({ action, actor, range }: Search) {
  return { action, actor_id: actor, from: range && startOf(range) };
}

/** To the hour, so that the query stays the same while the page is open. */
function startOf(range: (typeof ranges)[number]): string {
  const hour = 3_600_000;
  return new Date((Math.floor(Date.now() / hour) - Number.parseInt(range, 10) * 24) * hour).toISOString();
}
