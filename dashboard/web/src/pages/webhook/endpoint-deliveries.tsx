// The deliveries of one endpoint.
import { usePoll } from '../../api/polling';
import { useTenant } from '../../api/tenant';
import { PagedList } from '../../parts/list';
import { paging } from '../../parts/paging';
import { useWords } from '../../words/words';
import { DeliveryTable } from '../deliveries/delivery-table';
import type { Endpoint } from '../webhooks/endpoint-status';

export function EndpointDeliveries({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useWords();
  const { api } = useTenant();
  const pages = api.useInfiniteQuery(
    'get',
    '/v1/webhook-endpoints/{webhook_endpoint_id}/deliveries',
    { params: { path: { webhook_endpoint_id: endpoint.id }, query: { limit: 50 } } },
    { ...paging, refetchInterval: usePoll(10_000) },
  );
  return (
    <PagedList pages={pages} empty={<p className="soft">{t('webhook-no-deliveries')}</p>}>
      {(items) => <DeliveryTable items={items} />}
    </PagedList>
  );
}
