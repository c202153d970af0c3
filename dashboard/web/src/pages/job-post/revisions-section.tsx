// The other revisions of the same conversation.
import { Link } from '@tanstack/react-router';
import type { components } from '../../../generated/api';
import { useTenant } from '../../api/tenant';
import { Section } from '../../parts/section';
import { DateTime } from '../../parts/time';
import { useWords } from '../../words/words';

type JobPost = components['schemas']['JobPost'];

/** The list of job posts has no filter by session: only revisions among the latest hundred posts are found. */
const LATEST = { params: { query: { limit: 100 } } };

export function RevisionsSection({ post }: { post: JobPost }) {
  const { t } = useWords();
  const { api, mode, organization } = useTenant();
  const latest = api.useQuery('get', '/v1/job-posts', LATEST);
  const revisions = (latest.data?.items ?? []).filter((other) => other.session_id === post.session_id);
  if (revisions.length < 2) return null;
  return (
    <Section title={t('job-post-revisions')} isCard>
      <ol className="revisions" reversed>
        {revisions.map(({ id, revision, created_at }) => (
          <li key={id}>
            <Link
              to="/$mode/$organization/job-posts/$jobPost"
              params={{ mode, organization, jobPost: id }}
              aria-current={id === post.id ? 'page' : undefined}
            >
              {t('job-post-revision-of', { revision })}
            </Link>
            <span className="soft"><DateTime value={created_at} /></span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
