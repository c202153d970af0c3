// One webhook endpoint: its state, what can be done with it, and its deliveries.
import { createRoute } from '@tanstack/react-router';
import { usePoll } from '../../api/polling';
import { useTenant } from '../../api/tenant';
import { Facts } from '../../parts/facts';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemNotice } from '../../parts/problem';
import { Section } from '../../parts/section';
import { DateTime } from '../../parts/time';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { DeliveryDialog } from '../deliveries/delivery-dialog';
import { EndpointStatus, EventTypes, type Endpoint } from '../webhooks/endpoint-status';
import { VerifyCode } from '../webhooks/verify-code';
import { EndpointActions } from './endpoint-actions';
import { EndpointDeliveries } from './endpoint-deliveries';
import { Trouble } from './trouble';

/** While the endpoint waits for its verification. */
const POLL_MS = 2_000;

export const webhookRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/webhooks/$endpoint',
  validateSearch: (search: Record<string, unknown>): { delivery?: string } => ({
    delivery: typeof search.delivery === 'string' ? search.delivery : undefined,
  }),
  component: WebhookRoute,
});

function WebhookRoute() {
  const { t } = useWords();
  const { api } = useTenant();
  const { endpoint: id } = webhookRoute.useParams();
  const poll = usePoll(POLL_MS);
  const params = { path: { webhook_endpoint_id: id } };
  const query = api.useQuery('get', '/v1/webhook-endpoints/{webhook_endpoint_id}', { params }, {
    refetchInterval: ({ state }) => state.data?.unverified_since !== undefined && poll,
  });
  if (query.data) return <Webhook endpoint={query.data} />;
  return (
    <Page title={t('nav-webhooks')}>
      {query.error ? <ProblemNotice error={query.error} onRetry={query.refetch} /> : <Loading />}
    </Page>
  );
}

function Webhook({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useWords();
  const { delivery } = webhookRoute.useSearch();
  const navigate = webhookRoute.useNavigate();
  return (
    <Page
      title={endpoint.description || endpoint.url}
      lead={<>{endpoint.description && <bdi dir="ltr">{endpoint.url}</bdi>} <EndpointStatus endpoint={endpoint} /></>}
      actions={<EndpointActions endpoint={endpoint} />}
    >
      <Trouble endpoint={endpoint} />
      <Facts
        facts={[
          [t('webhook-events'), <EventTypes types={endpoint.event_types} />],
          [t('created'), <DateTime value={endpoint.created_at} />],
          [t('webhook-previous-secret'), endpoint.previous_secret_until && <DateTime value={endpoint.previous_secret_until} />],
        ]}
      />
      <VerifyCode />
      <Section title={t('nav-deliveries')}>
        <EndpointDeliveries endpoint={endpoint} />
      </Section>
      {delivery && (
        <DeliveryDialog endpointId={endpoint.id} deliveryId={delivery} onClose={() => void navigate({ search: {} })} />
      )}
    </Page>
  );
}
