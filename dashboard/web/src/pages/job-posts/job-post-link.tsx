// The title of a job post as the link of its row.
import { Link } from '@tanstack/react-router';
import type { components } from '../../../generated/api';
import { useTenant } from '../../api/tenant';
import { useWords } from '../../words/words';

export function JobPostLink({ post }: { post: components['schemas']['JobPost'] }) {
  const { t } = useWords();
  const { mode, organization } = useTenant();
  return (
    <Link
      className="row-link"
      to="/$mode/$organization/job-posts/$jobPost"
      params={{ mode, organization, jobPost: post.id }}
      dir="auto"
    >
      {post.content.title ?? t('conversations-untitled')}
    </Link>
  );
}
