// The filters of the list, as the address holds them.
import type { operations } from '../../../generated/api';
import { asRange, startOf, type Range } from '../../parts/ranges';

type Query = operations['list_session_summaries']['parameters']['query'];

export const states = ['active', 'complete', 'expired'] as const;

export type Filters = {
  q?: string;
  state?: (typeof states)[number];
  person?: string;
  range?: Range;
};

export function asFilters(search: Record<string, unknown>): Filters {
  return {
    q: typeof search.q === 'string' && search.q !== '' ? search.q : undefined,
    state: states.find((state) => state === search.state),
    person: typeof search.person === 'string' ? search.person : undefined,
    range: asRange(search.range),
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
  };
}
