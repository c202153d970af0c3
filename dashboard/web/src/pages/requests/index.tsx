// The requests of the last seven days that were refused or failed: of programs, and of the organization's members.
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
import { FilterBar } from './filter-bar';
import { asSearch, isFiltered, queryOf, type Filters, type Search } from './filters';
import { groupByCode } from './group-by-code';
import { RequestDialog } from './request-dialog';
import { RequestTable } from './request-table';
import { TopErrors } from './top-errors';

export const requestsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/requests',
  validateSearch: asSearch,
  component: Requests,
});

const POLL_MS = 15_000;

/** How far the page looks for the request that the address names: it would find one of last week among thousands late. */
const MOST_PAGES = 20;

function Requests() {
  const { t } = useWords();
  const { request, ...filters } = requestsRoute.useSearch();
  const navigate = requestsRoute.useNavigate();
  const pages = useRequests(filters);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const show = (search: Search) => void navigate({ search });
  const isEnd = pages.isSuccess && (!pages.hasNextPage || pages.data.pages.length >= MOST_PAGES);
  return (
    <Page title={t('nav-requests')} lead={t('requests-lead')}>
      <FilterBar filters={filters} onChange={show} codes={groupByCode(items).map(({ code }) => code)} />
      {!filters.code && <TopErrors items={items} />}
      <PagedList pages={pages} empty={<NoRequests isFiltered={isFiltered(filters)} onClear={() => show({})} />}>
        {(requests) => <RequestTable items={requests} />}
      </PagedList>
      {request && (
        <RequestDialog
          request={items.find(({ request_id }) => request_id === request)}
          readOn={isEnd || pages.isError ? undefined : () => void (pages.isFetching || pages.fetchNextPage())}
          onClose={() => show(filters)}
        />
      )}
    </Page>
  );
}

function useRequests(filters: Filters) {
  const { api } = useTenant();
  const refetchInterval = usePoll(POLL_MS);
  const query = { ...queryOf(filters), limit: 50 };
  return api.useInfiniteQuery('get', '/v1/requests', { params: { query } }, { ...paging, refetchInterval });
}

function NoRequests({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useWords();
  if (!isFiltered) return <Empty icon="check" title={t('requests-none')} text={t('requests-none-text')} />;
  return (
    <Empty icon="search" title={t('requests-no-match')}>
      <Button onPress={onClear}>{t('conversations-clear')}</Button>
    </Empty>
  );
}
