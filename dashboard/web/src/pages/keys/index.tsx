// The API keys: what each may do, when it was used last, when it ends.
import { createRoute } from '@tanstack/react-router';
import { useTenant } from '../../api/tenant';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { PagedList } from '../../parts/list';
import { Page } from '../../parts/page';
import { paging } from '../../parts/paging';
import { Select } from '../../parts/select';
import { shellRoute } from '../../shell/route';
import { useNamed, useWords } from '../../words/words';
import { CreateKey } from './create-key';
import { KeyTable } from './key-table';

const statuses = ['active', 'expired', 'revoked'] as const;
const ALL = 'all';

type Search = { create?: true; status?: (typeof statuses)[number] };

export const keysRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/keys',
  validateSearch: (search: Record<string, unknown>): Search => ({
    create: search.create === true || undefined,
    status: statuses.find((status) => status === search.status),
  }),
  component: Keys,
});

function Keys() {
  const { t } = useWords();
  const { api } = useTenant();
  const named = useNamed('key');
  const { create, status } = keysRoute.useSearch();
  const navigate = keysRoute.useNavigate();
  const pages = api.useInfiniteQuery('get', '/v1/api-keys', { params: { query: { status, limit: 50 } } }, paging);
  const show = (search: Search) => void navigate({ search });
  return (
    <Page
      title={t('nav-keys')}
      lead={t('keys-lead')}
      actions={<Button kind="primary" icon="plus" onPress={() => show({ status, create: true })}>{t('key-create')}</Button>}
    >
      <div className="filter-bar">
        <Select
          label={t('status')}
          value={status ?? ALL}
          onChange={(value) => show({ status: statuses.find((known) => known === value) })}
          options={[{ id: ALL, text: t('key-not-revoked') }, ...statuses.map((id) => ({ id, text: named(id) }))]}
        />
      </div>
      <PagedList pages={pages} empty={<Empty icon="key" title={t('keys-none')} text={t('keys-none-text')} />}>
        {(items) => <KeyTable items={items} />}
      </PagedList>
      {create && <CreateKey onClose={() => show({ status })} />}
    </Page>
  );
}
