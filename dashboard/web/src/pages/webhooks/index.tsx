// The webhook endpoints: where events are sent, which ones, and whether they arrive.
import { createRoute } from '@tanstack/react-router';
import { usePoll } from '../../api/polling';
import { useTenant } from '../../api/tenant';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { PagedList } from '../../parts/list';
import { Page } from '../../parts/page';
import { paging } from '../../parts/paging';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { CreateEndpoint } from './create-endpoint';
import { EndpointTable } from './endpoint-table';

export const webhooksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/webhooks',
  validateSearch: (search: Record<string, unknown>): { create?: true } => ({ create: search.create === true || undefined }),
  component: Webhooks,
});

function Webhooks() {
  const { t } = useWords();
  const { api } = useTenant();
  const { create } = webhooksRoute.useSearch();
  const navigate = webhooksRoute.useNavigate();
  const pages = api.useInfiniteQuery(
    'get',
    '/v1/webhook-endpoints',
    { params: { query: { limit: 50 } } },
    { ...paging, refetchInterval: usePoll(10_000) },
  );
  const action = (
    <Button kind="primary" icon="plus" onPress={() => void navigate({ search: { create: true } })}>{t('webhook-create')}</Button>
  );
  return (
    <Page title={t('nav-webhooks')} lead={t('webhooks-lead')} actions={action}>
      <PagedList
        pages={pages}
        empty={<Empty icon="developers" title={t('webhooks-none')} text={t('webhooks-none-text')} />}
      >
        {(items) => <EndpointTable items={items} />}
      </PagedList>
      {create && <CreateEndpoint onClose={() => void navigate({ search: {} })} />}
    </Page>
  );
}
