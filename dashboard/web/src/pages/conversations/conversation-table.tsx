// The rows: the post's title, who, how far, and when.
import { Link } from '@tanstack/react-router';
import type { components } from '../../../generated/api';
import { useTenant } from '../../api/tenant';
import { Badge, type Tone } from '../../parts/badge';
import { FieldBar } from '../../parts/field-bar';
import { Table, type Column } from '../../parts/table';
import { RelativeTime } from '../../parts/time';
import { useNamed, useWords } from '../../words/words';

type SessionSummary = components['schemas']['SessionSummary'];

const tones: Record<string, Tone> = { finalizing: 'busy', complete: 'good' };

export function ConversationTable({ items }: { items: SessionSummary[] }) {
  const { t } = useWords();
  const columns: Column<SessionSummary>[] = [
    { id: 'title', header: t('conversations-title'), isRowHeader: true, cell: (row) => <Title row={row} /> },
    { id: 'person', header: t('conversations-person'), cell: (row) => <bdi>{row.user_name ?? t('conversations-by-key')}</bdi> },
    { id: 'step', header: t('conversations-step'), cell: (row) => <Step row={row} /> },
    { id: 'fields', header: t('conversations-fields'), cell: (row) => <FieldBar filled={row.filled_fields} of={row.usual_fields} /> },
    { id: 'updated', header: t('conversations-last'), cell: (row) => <RelativeTime value={row.updated_at} /> },
    { id: 'expires', header: t('conversations-expires'), cell: (row) => <RelativeTime value={row.expires_at} /> },
  ];
  return <Table label={t('nav-conversations')} columns={columns} rows={items} rowKey={(row) => row.id} />;
}

function Title({ row }: { row: SessionSummary }) {
  const { t } = useWords();
  const { mode, organization } = useTenant();
  return (
    <span className="conversation-title">
      <Link
        className="row-link"
        to="/$mode/$organization/conversations/$session"
        params={{ mode, organization, session: row.id }}
      >
        <bdi>{row.title ?? t('conversations-untitled')}</bdi>
      </Link>
      <bdi className="soft">{row.company_name}</bdi>
    </span>
  );
}

function Step({ row }: { row: SessionSummary }) {
  const named = useNamed('step');
  const { t } = useWords();
  if (row.last_turn_status === 'failed') return <Badge tone="bad">{t('conversations-turn-failed')}</Badge>;
  return <Badge tone={tones[row.current_step]}>{named(row.current_step)}</Badge>;
}
