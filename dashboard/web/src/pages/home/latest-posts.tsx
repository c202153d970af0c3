// The latest job posts and how far their delivery is.
import { Link } from '@tanstack/react-router';
import type { components } from '../../../generated/api';
import { useTenant } from '../../api/tenant';
import { DeliveryBadge } from '../../parts/delivery-badge';
import { Loaded } from '../../parts/loaded';
import { Section } from '../../parts/section';
import { RelativeTime } from '../../parts/time';
import { useWords } from '../../words/words';
import { JobPostLink } from '../job-posts/job-post-link';

type JobPost = components['schemas']['JobPost'];

export function LatestPosts() {
  const { t } = useWords();
  const { api, mode, organization } = useTenant();
  const query = api.useQuery('get', '/v1/job-posts', { params: { query: { limit: 5 } } });
  const all = <Link to="/$mode/$organization/job-posts" params={{ mode, organization }}>{t('home-all-posts')}</Link>;
  return (
    <Section title={t('home-posts')} actions={all} isCard>
      <Loaded query={query}>
        {({ items }) => items.length === 0
          ? <p className="soft">{t('job-posts-none-text')}</p>
          : <ul className="short-list">{items.map((post) => <Item key={post.id} post={post} />)}</ul>}
      </Loaded>
    </Section>
  );
}

function Item({ post }: { post: JobPost }) {
  return (
    <li>
      <div className="stack">
        <JobPostLink post={post} />
        <span className="soft"><bdi>{post.company_name}</bdi> · <RelativeTime value={post.created_at} /></span>
      </div>
      {post.publication && <DeliveryBadge status={post.publication.status} />}
    </li>
  );
}
