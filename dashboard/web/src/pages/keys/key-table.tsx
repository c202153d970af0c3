// The rows: name and maker, mode, scopes, last use, end.
import { useState } from 'react';
import type { components } from '../../../generated/api';
import { Badge, type Tone } from '../../parts/badge';
import { RowMenu } from '../../parts/row-menu';
import { Table, type Column } from '../../parts/table';
import { RelativeTime } from '../../parts/time';
import { useNamed, useWords } from '../../words/words';
import { RevokeKey } from './revoke-key';

export type ApiKey = components['schemas']['ApiKey'];

const SOON_MS = 14 * 86_400_000;

export function KeyTable({ items }: { items: ApiKey[] }) {
  const { t } = useWords();
  const [revoking, setRevoking] = useState<ApiKey>();
  const columns: Column<ApiKey>[] = [
    { id: 'name', header: t('key-name'), isRowHeader: true, cell: (row) => <Name row={row} /> },
    { id: 'scopes', header: t('key-scopes'), cell: (row) => <Scopes scopes={row.scopes} /> },
    { id: 'used', header: t('key-last-used'), cell: (row) => (row.last_used_at ? <RelativeTime value={row.last_used_at} /> : t('key-never-used')) },
    { id: 'ends', header: t('key-ends'), cell: (row) => <Ends row={row} /> },
    { id: 'actions', header: t('actions'), align: 'end', cell: (row) => <Actions row={row} onRevoke={() => setRevoking(row)} /> },
  ];
  return (
    <>
      <Table label={t('nav-keys')} columns={columns} rows={items} rowKey={(row) => row.id} />
      {revoking && <RevokeKey apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  );
}

function Name({ row }: { row: ApiKey }) {
  const { t } = useWords();
  return (
    <span className="stack">
      <strong><bdi>{row.name}</bdi></strong>
      <span className="soft">{t(row.livemode ? 'mode-live' : 'mode-test')}</span>
    </span>
  );
}

function Scopes({ scopes }: { scopes: string[] }) {
  return <span className="tags">{scopes.map((scope) => <code key={scope} dir="ltr">{scope}</code>)}</span>;
}

function Ends({ row }: { row: ApiKey }) {
  const { t } = useWords();
  const named = useNamed('key-ended');
  if (row.status !== 'active') return <Badge>{named(row.end_reason ?? row.status)}</Badge>;
  if (!row.expires_at) return t('key-never-ends');
  const tone: Tone = new Date(row.expires_at).getTime() - Date.now() < SOON_MS ? 'warning' : 'neutral';
  return <span data-tone={tone} className="key-end"><RelativeTime value={row.expires_at} /></span>;
}

function Actions({ row, onRevoke }: { row: ApiKey; onRevoke: () => void }) {
  const { t } = useWords();
  if (row.status === 'revoked') return null;
  return <RowMenu name={row.name} entries={[{ id: 'revoke', text: t('key-revoke'), icon: 'trash', isDanger: true }]} onAction={onRevoke} />;
}
