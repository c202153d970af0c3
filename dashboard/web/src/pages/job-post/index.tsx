// One job post: its content as it was published, its delivery, compliance, files and revisions.
import { createRoute, Link } from '@tanstack/react-router';
import { useMay } from '../../api/role';
import { useTenant } from '../../api/tenant';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemNotice } from '../../parts/problem';
import { DateTime } from '../../parts/time';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { ComplianceSection } from './compliance-section';
import { DeletePost } from './delete-post';
import { DeliverySection } from './delivery-section';
import { FilesSection } from './files-section';
import { PublishedContent } from './published-content';
import { RevisionsSection } from './revisions-section';

export const jobPostRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/job-posts/$jobPost',
  component: JobPostRoute,
});

function JobPostRoute() {
  const { jobPost } = jobPostRoute.useParams();
  return <JobPost id={jobPost} key={jobPost} />;
}

function JobPost({ id }: { id: string }) {
  const { t } = useWords();
  const { api, mode, organization } = useTenant();
  const isAdmin = useMay('admin');
  const path = { job_post_id: id };
  const query = api.useQuery('get', '/v1/job-posts/{job_post_id}', { params: { path } });
  const post = query.data;
  if (!post) {
    return (
      <Page title={t('nav-job-posts')}>
        {query.error ? <ProblemNotice error={query.error} onRetry={query.refetch} /> : <Loading />}
      </Page>
    );
  }
  return (
    <Page
      title={post.content.title ?? t('conversations-untitled')}
      lead={<><bdi>{post.company_name}</bdi> · {t('job-post-revision-of', { revision: post.revision })} · <DateTime value={post.created_at} /></>}
      actions={(
        <>
          <Link
            className="button button-plain"
            to="/$mode/$organization/conversations/$session"
            params={{ mode, organization, session: post.session_id }}
          >
            {t('job-post-conversation')}
          </Link>
          {isAdmin && <DeletePost id={id} />}
        </>
      )}
    >
      <div className="job-post">
        <PublishedContent post={post} />
        <aside className="job-post-side">
          {post.publication && <DeliverySection publicationId={post.publication.id} />}
          <ComplianceSection id={id} />
          <FilesSection id={id} title={post.content.title} />
          <RevisionsSection post={post} />
        </aside>
      </div>
    </Page>
  );
}
