// The rows: action, who, on what, from where, when. A row opens as a panel that the address names.
import { Link } from '@tanstack/react-router';
import type { components } from '../../../generated/api';
import { Identifier } from '../../parts/identifier';
import { Table, type Column } from '../../parts/table';
import { DateTime } from '../../parts/time';
import { useWords } from '../../words/words';
import { useActorName } from './use-actor-name';

type Entry = components['schemas']['AuditEntry'];

export function AuditTable({ items }: { items: Entry[] }) {
  const { t } = useWords();
  const nameOf = useActorName();
  const columns: Column<Entry>[] = [
    { id: 'action', header: t('audit-action'), isRowHeader: true, cell: (row) => <Action row={row} /> },
    { id: 'actor', header: t('request-by'), cell: (row) => <bdi>{nameOf(row.actor)}</bdi> },
    { id: 'object', header: t('audit-object'), cell: (row) => row.object && <ObjectOf object={row.object} /> },
    { id: 'address', header: t('audit-address'), cell: (row) => row.actor.address && <bdi>{row.actor.address}</bdi> },
    { id: 'at', header: t('audit-when'), cell: (row) => <DateTime value={row.occurred_at} /> },
  ];
  return <Table label={t('nav-audit-log')} columns={columns} rows={items} rowKey={(row) => row.id} />;
}

function Action({ row }: { row: Entry }) {
  return <Link className="row-link" to="." search={(search) => ({ ...search, entry: row.id })} dir="ltr">{row.action}</Link>;
}

function ObjectOf({ object }: { object: NonNullable<Entry['object']> }) {
  return <bdi dir="ltr">{object.type} {object.id && <Identifier value={object.id} />}</bdi>;
}
