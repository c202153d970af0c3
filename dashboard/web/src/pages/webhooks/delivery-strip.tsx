// The latest deliveries as a strip, oldest first: a low cell has arrived, a high one has not.
import type { components } from '../../../generated/api';
import { useWords } from '../../words/words';

const MOST_CELLS = 20;

export function DeliveryStrip({ deliveries }: { deliveries: components['schemas']['WebhookDelivery'][] }) {
  const { t } = useWords();
  const latest = deliveries.slice(0, MOST_CELLS);
  if (latest.length === 0) return null;
  const delivered = latest.filter(({ status }) => status === 'delivered').length;
  return (
    <span className="strip" role="img" aria-label={t('delivery-strip', { delivered, count: latest.length })}>
      {latest.reverse().map(({ id, status, attempt_count }) => (
        <i key={id} data-status={status === 'pending' && attempt_count > 0 ? 'failed' : status} />
      ))}
    </span>
  );
}
