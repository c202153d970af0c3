// The deliveries that match the filters: of all endpoints, or of one, which the API lists on its own.
import { usePoll } from '../../api/polling';
import { useTenant } from '../../api/tenant';
import { paging } from '../../parts/paging';
import type { Search } from './filters';

export function useDeliveries({ status, endpoint }: Search) {
  const { api } = useTenant();
  const options = { ...paging, refetchInterval: usePoll(10_000) };
  const query = { status, limit: 50 };
  const all = api.useInfiniteQuery(
    'get', '/v1/webhook-deliveries', { params: { query } }, { ...options, enabled: !endpoint },
  );
  const ofOne = api.useInfiniteQuery(
    'get',
    '/v1/webhook-endpoints/{webhook_endpoint_id}/deliveries',
    { params: { path: { webhook_endpoint_id: endpoint ?? '' }, query } },
    { ...options, enabled: endpoint !== undefined },
  );
  return endpoint ? ofOne : all;
}

/** What each endpoint is for, else its address. */
export function useEndpointNames(): (id: string) => string {
  const { api } = useTenant();
  const endpoints = api.useQuery('get', '/v1/webhook-endpoints', { params: { query: { limit: 100 } } });
  return (id) => {
    const endpoint = endpoints.data?.items.find((known) => known.id === id);
    return endpoint?.description || endpoint?.url || '';
  };
}
