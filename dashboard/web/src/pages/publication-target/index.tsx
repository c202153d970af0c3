// The publication target: where finished posts are sent, and how those that were sent have fared.
import { createRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { isProblem } from '../../api/problem';
import { useTenant } from '../../api/tenant';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemNotice } from '../../parts/problem';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { Publications } from './publications';
import { asStatus, type Status } from './statuses';
import { TargetCard } from './target-card';
import { TargetDialog } from './target-dialog';

export const publicationTargetRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/publication-target',
  validateSearch: (search: Record<string, unknown>): { status?: Status } => ({ status: asStatus(search.status) }),
  component: PublicationTarget,
});

function PublicationTarget() {
  const { t } = useWords();
  const { api } = useTenant();
  const { status } = publicationTargetRoute.useSearch();
  const navigate = publicationTargetRoute.useNavigate();
  const [isEditing, setEditing] = useState(false);
  const query = api.useQuery('get', '/v1/organization/publication-target');
  const isMissing = isProblem(query.error) && query.error.status === 404;
  const target = isMissing ? undefined : query.data;
  return (
    <Page title={t('nav-publication-target')} lead={t('target-lead')}>
      {target && <TargetCard target={target} onEdit={() => setEditing(true)} />}
      {isMissing && (
        <Empty icon="send" title={t('target-none')} text={t('target-none-text')}>
          <Button kind="primary" onPress={() => setEditing(true)}>{t('target-set')}</Button>
        </Empty>
      )}
      {!target && !isMissing && (query.error ? <ProblemNotice error={query.error} onRetry={query.refetch} /> : <Loading />)}
      <Publications status={status} onStatus={(next) => void navigate({ search: { status: next }, replace: true })} />
      {isEditing && <TargetDialog target={target} onClose={() => setEditing(false)} />}
    </Page>
  );
}
