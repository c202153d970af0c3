// The filters of the list, as the address holds them. Ranges stay relative: a link of last week shows the last week.
import type { operations } from '../../../generated/api';

type Query = operations['list_session_summaries']['parameters']['query'];

export const states = ['active', 'complete', 'expired'] as const;
export const ranges = ['1d', '7d', '30d'] as const;

export type Filters = {
  q?: string;
  state?: (typeof states)[number];
  person?: string;
  range?: (typeof ranges)[number];
};

export function asFilters(search: Record<string, unknown>): Filters {
  return {
    q: typeof search.q === 'string' && search.q !== '' ? search.q : undefined,
    state: states.find((state) => state === search.state),
    person: typeof search.person === 'string' ? search.person : undefined,
    range: ranges.find((range) => range === search.range),
  };
}

export function isFiltered(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

export function queryOf({ q, state, person, range }: Filters): Query {
  const isExpired = state === 'expired';
  return {
    q,
    status: isExpired ? undefined : state,
    expired: isExpired || undefined,
    user_id: person,
    created_after: range && startOf(range),
    limit: 50,
  };
}

/** The start of a relative range, to the hour, so that the query stays the same while the page is open. */
function startOf(range: (typeof ranges)[number]): string {
  const hour = 3_600_000;
  const days = Number.parseInt(range, 10);
  return new Date((Math.floor(Date.now() / hour) - days * 24) * hour).toISOString();
}
