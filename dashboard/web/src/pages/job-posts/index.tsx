// The finished job posts, newest first, and whether they have arrived.
import { createRoute, Link } from '@tanstack/react-router';
import { useTenant } from '../../api/tenant';
import { Empty } from '../../parts/empty';
import { PagedList } from '../../parts/list';
import { Page } from '../../parts/page';
import { paging } from '../../parts/paging';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { JobPostTable } from './job-post-table';

export const jobPostsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/job-posts',
  component: JobPosts,
});

function JobPosts() {
  const { t } = useWords();
  const { api } = useTenant();
  const pages = api.useInfiniteQuery('get', '/v1/job-posts', { params: { query: { limit: 50 } } }, paging);
  return (
    <Page title={t('nav-job-posts')}>
      <PagedList pages={pages} empty={<NoJobPosts />}>
        {(items) => <JobPostTable items={items} />}
      </PagedList>
    </Page>
  );
}

function NoJobPosts() {
  const { t } = useWords();
  const { mode, organization } = useTenant();
  return (
    <Empty icon="posts" title={t('job-posts-none')} text={t('job-posts-none-text')}>
      <Link className="button button-plain" to="/$mode/$organization/conversations" params={{ mode, organization }}>
        {t('nav-conversations')}
      </Link>
    </Empty>
  );
}
