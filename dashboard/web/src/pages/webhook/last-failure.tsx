// What a failing endpoint answered last, beside the sentence that it fails.
import { Link } from '@tanstack/react-router';
import { useTenant } from '../../api/tenant';
import { Outcome } from '../../parts/attempts';

const list = '/v1/webhook-endpoints/{webhook_endpoint_id}/deliveries';
const one = '/v1/webhook-endpoints/{webhook_endpoint_id}/deliveries/{delivery_id}';
/** The newest delivery may not have been tried yet. */
const LIMIT = 20;

export function LastFailure({ endpointId }: { endpointId: string }) {
  const { api } = useTenant();
  const path = { webhook_endpoint_id: endpointId };
  const deliveries = api.useQuery('get', list, { params: { path, query: { limit: LIMIT } } });
  const tried = deliveries.data?.items.find((delivery) => delivery.attempt_count > 0 && delivery.status !== 'delivered');
  const delivery = api.useQuery('get', one, { params: { path: { ...path, delivery_id: tried?.id ?? '' } } }, { enabled: tried !== undefined });
  const attempt = delivery.data?.attempts?.findLast((known) => known.finished_at);
  if (!tried || !attempt) return null;
  return (
    <div>
      <Link to="." search={{ delivery: tried.id }} dir="ltr">{tried.event_type}</Link> <Outcome attempt={attempt} />
    </div>
  );
}
