// The rows: event, endpoint, status, attempts, time. A row opens as a panel that the address names.
import { Link } from '@tanstack/react-router';
import type { components } from '../../../generated/api';
import { DeliveryBadge } from '../../parts/delivery-badge';
import { Table, type Column } from '../../parts/table';
import { RelativeTime } from '../../parts/time';
import { useFormat } from '../../words/format';
import { useWords } from '../../words/words';

type Delivery = components['schemas']['WebhookDelivery'];

type Props = {
  items: Delivery[];
  /** The name of each endpoint, where the list is of all. */
  nameOf?: (endpointId: string) => string;
};

export function DeliveryTable({ items, nameOf }: Props) {
  const { t } = useWords();
  const format = useFormat();
  const columns: Column<Delivery>[] = [
    { id: 'event', header: t('delivery-event'), isRowHeader: true, cell: (row) => <Event row={row} /> },
    { id: 'status', header: t('status'), cell: (row) => <DeliveryBadge status={row.status} attempts={row.attempt_count} /> },
    { id: 'attempts', header: t('delivery-attempts'), cell: (row) => format.number(row.attempt_count) },
    { id: 'created', header: t('delivery-created'), cell: (row) => <RelativeTime value={row.created_at} /> },
    { id: 'next', header: t('delivery-next'), cell: (row) => row.next_attempt_at && <RelativeTime value={row.next_attempt_at} /> },
  ];
  if (nameOf) {
    columns.splice(1, 0, { id: 'endpoint', header: t('delivery-endpoint'), cell: (row) => <bdi className="table-address">{nameOf(row.webhook_endpoint_id)}</bdi> });
  }
  return <Table label={t('nav-deliveries')} columns={columns} rows={items} rowKey={(row) => row.id} />;
}

function Event({ row }: { row: Delivery }) {
  const { t } = useWords();
  return (
    <Link className="row-link" to="." search={(search) => ({ ...search, delivery: row.id, of: row.webhook_endpoint_id })} dir="ltr">
      {row.event_type ?? t('delivery-old-event')}
    </Link>
  );
}
