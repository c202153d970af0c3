// The posts that were sent, newest first, with the reason of those that have not arrived.
import { Link } from '@tanstack/react-router';
import type { components } from '../../../generated/api';
import { useTenant } from '../../api/tenant';
import { DeliveryBadge } from '../../parts/delivery-badge';
import { PagedList } from '../../parts/list';
import { paging } from '../../parts/paging';
import { Section } from '../../parts/section';
import { Select } from '../../parts/select';
import { Table, type Column } from '../../parts/table';
import { RelativeTime } from '../../parts/time';
import { useNamed, useWords } from '../../words/words';
import { asStatus, statuses, type Status } from './statuses';

type Publication = components['schemas']['Publication'];

type Props = { status?: Status; onStatus: (status: Status | undefined) => void };

const ALL = 'all';

export function Publications({ status, onStatus }: Props) {
  const { t } = useWords();
  const { api } = useTenant();
  const named = useNamed('delivery');
  const pages = api.useInfiniteQuery('get', '/v1/publications', { params: { query: { status, limit: 50 } } }, paging);
  return (
    <Section title={t('publications')}>
      <div className="filter-bar">
        <Select
          label={t('status')}
          value={status ?? ALL}
          onChange={(value) => onStatus(asStatus(value))}
          options={[{ id: ALL, text: t('any-status') }, ...statuses.map((id) => ({ id, text: named(id) }))]}
        />
      </div>
      <PagedList pages={pages} empty={<p className="soft">{t('publications-none')}</p>}>
        {(items) => <PublicationTable items={items} />}
      </PagedList>
    </Section>
  );
}

function PublicationTable({ items }: { items: Publication[] }) {
  const { t } = useWords();
  const error = useNamed('publication-error');
  const titleOf = useTitles();
  const columns: Column<Publication>[] = [
    { id: 'post', header: t('conversations-title'), isRowHeader: true, cell: (row) => <PostLink row={row} title={titleOf(row.job_post_id)} /> },
    { id: 'status', header: t('status'), cell: (row) => <DeliveryBadge status={row.status} attempts={row.error ? 1 : 0} /> },
    { id: 'error', header: t('publication-error'), cell: (row) => row.status !== 'delivered' && row.error && error(row.error.code) },
    { id: 'created', header: t('delivery-created'), cell: (row) => <RelativeTime value={row.created_at} /> },
    { id: 'next', header: t('delivery-next'), cell: (row) => row.next_attempt_at && <RelativeTime value={row.next_attempt_at} /> },
  ];
  return <Table label={t('publications')} columns={columns} rows={items} rowKey={(row) => row.id} />;
}

function PostLink({ row, title }: { row: Publication; title?: string }) {
  const { mode, organization } = useTenant();
  return (
    <Link className="row-link" to="/$mode/$organization/job-posts/$jobPost" params={{ mode, organization, jobPost: row.job_post_id }} dir="auto">
      {title ?? `…${row.job_post_id.slice(-8)}`}
    </Link>
  );
}

/** The titles of the latest posts: a publication has the post's id only. */
function useTitles(): (id: string) => string | undefined {
  const { api } = useTenant();
  const latest = api.useQuery('get', '/v1/job-posts', { params: { query: { limit: 100 } } });
  return (id) => latest.data?.items.find((post) => post.id === id)?.content.title;
}
