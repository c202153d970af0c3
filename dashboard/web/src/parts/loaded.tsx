// One answer of the API: loading, problem, or what is made of it.
import type { ReactNode } from 'react';
import { Loading } from './loading';
import { ProblemNotice } from './problem';

type Query<Data> = { data: Data | undefined; error: unknown; refetch: () => void };

export function Loaded<Data>({ query, children }: { query: Query<Data>; children: (data: Data) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  return query.error ? <ProblemNotice error={query.error} onRetry={query.refetch} /> : <Loading />;
}
