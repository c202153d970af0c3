// The rows: address and purpose, events, status.
import { Link } from '@tanstack/react-router';
import { useTenant } from '../../api/tenant';
import { Table, type Column } from '../../parts/table';
import { RelativeTime } from '../../parts/time';
import { useWords } from '../../words/words';
import { DeliveryStrip } from './delivery-strip';
import { EndpointStatus, EventTypes, type Endpoint } from './endpoint-status';

export function EndpointTable({ items }: { items: Endpoint[] }) {
  const { t } = useWords();
  const { api } = useTenant();
  const latest = api.useQuery('get', '/v1/webhook-deliveries', { params: { query: { limit: 100 } } });
  const deliveriesOf = (id: string) => (latest.data?.items ?? []).filter((delivery) => delivery.webhook_endpoint_id === id);
  const columns: Column<Endpoint>[] = [
    { id: 'url', header: t('webhook-url'), isRowHeader: true, cell: (row) => <Address row={row} /> },
    { id: 'events', header: t('webhook-events'), cell: (row) => <EventTypes types={row.event_types} /> },
    { id: 'status', header: t('status'), cell: (row) => <EndpointStatus endpoint={row} /> },
    { id: 'latest', header: t('delivery-latest'), cell: (row) => <DeliveryStrip deliveries={deliveriesOf(row.id)} /> },
    { id: 'created', header: t('created'), cell: (row) => <RelativeTime value={row.created_at} /> },
  ];
  return <Table label={t('nav-webhooks')} columns={columns} rows={items} rowKey={(row) => row.id} />;
}

function Address({ row }: { row: Endpoint }) {
  const { mode, organization } = useTenant();
  return (
    <span className="stack">
      <Link className="row-link" to="/$mode/$organization/webhooks/$endpoint" params={{ mode, organization, endpoint: row.id }} dir="ltr">
        {row.url}
      </Link>
      <bdi className="soft">{row.description}</bdi>
    </span>
  );
}
