// One delivery: each attempt with its request and response, and sending it again.
import { usePoll } from '../../api/polling';
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { Attempts } from '../../parts/attempts';
import { Button } from '../../parts/button';
import { DeliveryBadge } from '../../parts/delivery-badge';
import { Dialog } from '../../parts/dialog';
import { Facts } from '../../parts/facts';
import { Loaded } from '../../parts/loaded';
import { ProblemNotice } from '../../parts/problem';
import { RelativeTime } from '../../parts/time';
import { useWords } from '../../words/words';

type Props = { endpointId: string; deliveryId: string; onClose: () => void };

const one = '/v1/webhook-endpoints/{webhook_endpoint_id}/deliveries/{delivery_id}';
const POLL_MS = 2_000;
/** The page of the endpoint requests another one. */
const VERIFICATION = 'webhook_endpoint.verification';

export function DeliveryDialog({ endpointId, deliveryId, onClose }: Props) {
  const { t } = useWords();
  const { api } = useTenant();
  const poll = usePoll(POLL_MS);
  const params = { path: { webhook_endpoint_id: endpointId, delivery_id: deliveryId } };
  const query = api.useQuery('get', one, { params }, {
    refetchInterval: ({ state }) => state.data?.status === 'pending' && poll,
  });
  const resend = useChange(
    (client) => client.POST('/v1/webhook-endpoints/{webhook_endpoint_id}/deliveries/{delivery_id}/resend', { params }),
    { reads: [one, '/v1/webhook-deliveries', '/v1/webhook-endpoints/{webhook_endpoint_id}/deliveries'] },
  );
  return (
    <Dialog title={query.data?.event_type ?? t('delivery')} onClose={onClose} size="wide">
      {resend.error != null && <ProblemNotice error={resend.error} />}
      <Loaded query={query}>
        {(delivery) => (
          <>
            <Facts
              facts={[
                [t('status'), <DeliveryBadge status={delivery.status} attempts={delivery.attempt_count} />],
                [t('delivery-event-id'), <code dir="ltr">{delivery.event_id}</code>],
                [t('delivery-created'), <RelativeTime value={delivery.created_at} />],
                [t('delivery-next'), delivery.next_attempt_at && <RelativeTime value={delivery.next_attempt_at} />],
              ]}
            />
            <Attempts attempts={delivery.attempts ?? []} />
          </>
        )}
      </Loaded>
      {query.data?.event_type !== VERIFICATION && (
        <div className="actions actions-end">
          <Button kind="primary" icon="retry" onPress={() => resend.mutate()} isPending={resend.isPending}>{t('delivery-resend')}</Button>
        </div>
      )}
    </Dialog>
  );
}
