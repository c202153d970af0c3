// The rows: what was called, the answer, by whom, when. A row opens as a panel that the address names.
import { Link } from '@tanstack/react-router';
import type { components } from '../../../generated/api';
import { Badge } from '../../parts/badge';
import { ErrorCode } from '../../parts/error-code';
import { Table, type Column } from '../../parts/table';
import { RelativeTime } from '../../parts/time';
import { useWords } from '../../words/words';
import { shortPath } from './short-path';
import { useCallerName } from './use-caller-name';

type RequestLogEntry = components['schemas']['RequestLogEntry'];

export function RequestTable({ items }: { items: RequestLogEntry[] }) {
  const { t } = useWords();
  const nameOf = useCallerName();
  const columns: Column<RequestLogEntry>[] = [
    { id: 'call', header: t('request-call'), isRowHeader: true, cell: (row) => <Call row={row} /> },
    { id: 'status', header: t('status'), cell: (row) => <StatusBadge status={row.status} /> },
    { id: 'code', header: t('request-code'), cell: (row) => <ErrorCode code={row.code} /> },
    { id: 'by', header: t('request-by'), cell: (row) => <bdi>{nameOf(row)}</bdi> },
    { id: 'at', header: t('request-at'), cell: (row) => <RelativeTime value={row.occurred_at} /> },
  ];
  return <Table label={t('nav-requests')} columns={columns} rows={items} rowKey={(row) => row.request_id} />;
}

function Call({ row }: { row: RequestLogEntry }) {
  return (
    <Link className="row-link" to="." search={(search) => ({ ...search, request: row.request_id })}>
      <code className="call" dir="ltr"><strong>{row.method}</strong> {shortPath(row.path)}</code>
    </Link>
  );
}

/** The caller's mistakes are warnings, the server's are failures. */
export function StatusBadge({ status }: { status: number }) {
  return <Badge tone={status >= 500 ? 'bad' : 'warning'}>{String(status)}</Badge>;
}
