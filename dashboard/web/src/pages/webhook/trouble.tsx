// Why an endpoint gets nothing, and what to do: answer the challenge, or switch it on and send what it missed.
import { newKey } from '../../api/idempotency';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { ProblemNotice } from '../../parts/problem';
import { useFormat } from '../../words/format';
import { useWords } from '../../words/words';
import type { Endpoint } from '../webhooks/endpoint-status';
import { LastFailure } from './last-failure';

export const READS = ['/v1/webhook-endpoints', '/v1/webhook-endpoints/{webhook_endpoint_id}', '/v1/attention'];

export function Trouble({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useWords();
  const format = useFormat();
  const enable = useChange(
    (client) => client.PATCH('/v1/webhook-endpoints/{webhook_endpoint_id}', {
      params: { path: { webhook_endpoint_id: endpoint.id } },
      body: { enabled: true },
    }),
    { reads: READS },
  );
  const verify = useChange(
    (client) => client.POST('/v1/webhook-endpoints/{webhook_endpoint_id}/verify', {
      params: { path: { webhook_endpoint_id: endpoint.id }, header: { 'Idempotency-Key': newKey() } },
    }),
    { reads: [...READS, '/v1/webhook-endpoints/{webhook_endpoint_id}/deliveries', '/v1/webhook-deliveries'] },
  );
  const isWaiting = endpoint.enabled && endpoint.unverified_since !== undefined;
  if (endpoint.enabled && !isWaiting && !endpoint.failing_since) return null;
  const since = format.dateTime(sinceOf(endpoint));
  return (
    <div className={endpoint.disabled_reason || endpoint.failing_since ? 'problem' : 'note'}>
      <Icon name="warning" />
      <div className="trouble">
        <p className="problem-text">{t(reasonOf(endpoint), { since })}</p>
        {endpoint.failing_since && <LastFailure endpointId={endpoint.id} />}
        {!endpoint.enabled && <Button onPress={() => enable.mutate()} isPending={enable.isPending}>{t('webhook-enable')}</Button>}
        {isWaiting && <Button icon="retry" onPress={() => verify.mutate()} isPending={verify.isPending}>{t('webhook-verify-again')}</Button>}
        {enable.error != null && <ProblemNotice error={enable.error} />}
        {verify.error != null && <ProblemNotice error={verify.error} />}
      </div>
    </div>
  );
}

function sinceOf({ enabled, disabled_at, unverified_since, failing_since, updated_at }: Endpoint): string {
  return (enabled ? unverified_since ?? failing_since : disabled_at) ?? updated_at;
}

function reasonOf({ enabled, disabled_reason, unverified_since }: Endpoint) {
  if (enabled) return unverified_since ? 'webhook-unverified-since' : 'webhook-failing-since';
  if (disabled_reason === 'gone') return 'webhook-disabled-gone';
  if (disabled_reason && unverified_since) return 'webhook-disabled-unverified';
  return disabled_reason ? 'webhook-disabled-failing' : 'webhook-disabled-member';
}
