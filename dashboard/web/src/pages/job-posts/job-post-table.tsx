// The rows: title and company, where, what it pays, its revision, when it was published, and its delivery.
import type { components } from '../../../generated/api';
import { DeliveryBadge } from '../../parts/delivery-badge';
import { Table, type Column } from '../../parts/table';
import { RelativeTime } from '../../parts/time';
import { useFormat } from '../../words/format';
import { useNamed, useWords } from '../../words/words';
import { JobPostLink } from './job-post-link';

type JobPost = components['schemas']['JobPost'];

export function JobPostTable({ items }: { items: JobPost[] }) {
  const { t } = useWords();
  const columns: Column<JobPost>[] = [
    { id: 'title', header: t('conversations-title'), isRowHeader: true, cell: (post) => <Title post={post} /> },
    { id: 'location', header: t('field-location'), cell: ({ content }) => content.location && <bdi>{content.location}</bdi> },
    { id: 'salary', header: t('field-salary'), cell: (post) => <Salary post={post} /> },
    { id: 'revision', header: t('job-post-revision'), cell: (post) => String(post.revision) },
    { id: 'published', header: t('job-post-published'), cell: (post) => <RelativeTime value={post.created_at} /> },
    { id: 'delivery', header: t('job-post-delivery'), cell: (post) => <Delivery post={post} /> },
  ];
  return <Table label={t('nav-job-posts')} columns={columns} rows={items} rowKey={(post) => post.id} />;
}

function Title({ post }: { post: JobPost }) {
  return (
    <span className="stack">
      <JobPostLink post={post} />
      <bdi className="soft">{post.company_name}</bdi>
    </span>
  );
}

function Salary({ post }: { post: JobPost }) {
  const format = useFormat();
  const named = useNamed('period');
  const { salary } = post.content;
  if (!salary) return null;
  return (
    <span className="stack">
      <bdi>{format.money(salary.min, salary.max, salary.currency)}</bdi>
      {salary.period && <span className="soft">{named(salary.period)}</span>}
    </span>
  );
}

function Delivery({ post }: { post: JobPost }) {
  const { t } = useWords();
  if (!post.publication) return <span className="soft">{t('job-post-not-delivered')}</span>;
  return <DeliveryBadge status={post.publication.status} />;
}
