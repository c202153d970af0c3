// The filters and the open request, as the address holds them.
import type { operations } from '../../../generated/api';
import { startOf } from '../../parts/ranges';

type Query = NonNullable<operations['list_requests']['parameters']['query']>;

export const statuses = [400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 500, 503] as const;

export type Filters = {
  status?: number;
  code?: string;
  key?: string;
  /** Absent: all that the server keeps, which is seven days. */
  range?: '1d';
};

export type Search = Filters & { /** The open request. */ request?: string };

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function asSearch(search: Record<string, unknown>): Search {
  return {
    status: isStatus(search.status) ? search.status : undefined,
    code: text(search.code),
    key: text(search.key),
    range: search.range === '1d' ? '1d' : undefined,
    request: text(search.request),
  };
}

function isStatus(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 400 && (value as number) <= 599;
}

export function isFiltered({ status, code, key, range }: Filters): boolean {
  return [status, code, key, range].some((value) => value !== undefined);
}

export function queryOf({ status, code, key, range }: Filters): Query {
  return { status, code, api_key_id: key, from: range && startOf(range) };
}
