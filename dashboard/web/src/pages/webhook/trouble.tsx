// Why an endpoint gets nothing, and what to do: switch it on, then send what it missed.
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { ProblemNotice } from '../../parts/problem';
import { useFormat } from '../../words/format';
import { useWords } from '../../words/words';
import type { Endpoint } from '../webhooks/endpoint-status';

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
  if (endpoint.enabled && !endpoint.failing_since) return null;
  const since = format.dateTime(endpoint.disabled_at ?? endpoint.failing_since ?? endpoint.updated_at);
  return (
    <div className={endpoint.disabled_reason || endpoint.failing_since ? 'problem' : 'note'}>
      <Icon name="warning" />
      <div className="trouble">
        <p className="problem-text">{t(reasonOf(endpoint), { since })}</p>
        {!endpoint.enabled && <Button onPress={() => enable.mutate()} isPending={enable.isPending}>{t('webhook-enable')}</Button>}
        {enable.error != null && <ProblemNotice error={enable.error} />}
      </div>
    </div>
  );
}

function reasonOf({ enabled, disabled_reason }: Endpoint) {
  if (enabled) return 'webhook-failing-since';
  if (disabled_reason === 'gone') return 'webhook-disabled-gone';
  return disabled_reason ? 'webhook-disabled-failing' : 'webhook-disabled-member';
}
