// The rows: which program, where from, since when, last used.
import type { components } from '../../../generated/api';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Table, type Column } from '../../parts/table';
import { DateTime, RelativeTime } from '../../parts/time';
import { useWords } from '../../words/words';
import { programOf } from './program';

type Login = components['schemas']['Login'];

export function SignInTable({ items, onEnd }: { items: Login[]; onEnd: (id: string) => void }) {
  const { t } = useWords();
  const columns: Column<Login>[] = [
    { id: 'program', header: t('sign-in-program'), isRowHeader: true, cell: (row) => <Program row={row} /> },
    { id: 'organization', header: t('nav-organization'), cell: (row) => <bdi>{row.organization_name}</bdi> },
    { id: 'began', header: t('sign-in-began'), cell: (row) => <DateTime value={row.created_at} /> },
    { id: 'used', header: t('key-last-used'), cell: (row) => <RelativeTime value={row.last_used_at} /> },
    {
      id: 'actions',
      header: t('actions'),
      align: 'end',
      cell: (row) => (row.current ? <Badge tone="good">{t('sign-in-this')}</Badge> : <Button onPress={() => onEnd(row.id)}>{t('sign-in-end')}</Button>),
    },
  ];
  return <Table label={t('nav-sign-ins')} columns={columns} rows={items} rowKey={(row) => row.id} />;
}

function Program({ row }: { row: Login }) {
  const { t } = useWords();
  return (
    <span className="stack">
      <strong title={row.user_agent}><bdi>{programOf(row.user_agent) ?? t('sign-in-unknown')}</bdi></strong>
      <bdi className="soft">{row.address}</bdi>
    </span>
  );
}
