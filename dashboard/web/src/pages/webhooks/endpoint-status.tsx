// Whether an endpoint receives events, and if not, why.
import type { components } from '../../../generated/api';
import { Badge } from '../../parts/badge';
import { useWords } from '../../words/words';

export type Endpoint = components['schemas']['WebhookEndpoint'];

export function EndpointStatus({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useWords();
  if (endpoint.disabled_reason) return <Badge tone="bad">{t('webhook-disabled')}</Badge>;
  if (!endpoint.enabled) return <Badge>{t('webhook-off')}</Badge>;
  if (endpoint.unverified_since) return <Badge tone="warning">{t('webhook-unverified')}</Badge>;
  if (endpoint.failing_since) return <Badge tone="bad">{t('webhook-failing')}</Badge>;
  return <Badge tone="good">{t('webhook-on')}</Badge>;
}

export function EventTypes({ types }: { types: string[] }) {
  const { t } = useWords();
  if (types.length === 0) return <span>{t('webhook-all-events')}</span>;
  return <span className="tags">{types.map((type) => <code key={type} dir="ltr">{type}</code>)}</span>;
}
