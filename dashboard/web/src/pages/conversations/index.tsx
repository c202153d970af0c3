// The conversations: filters in the address, and for each how far its post is.
import { createRoute } from '@tanstack/react-router';
import { useMay } from '../../api/role';
import { useTenant } from '../../api/tenant';
import { CsvButton } from '../../parts/csv-button';
import { Page } from '../../parts/page';
import { PagedList } from '../../parts/list';
import { paging } from '../../parts/paging';
import { ProblemNotice } from '../../parts/problem';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { NoConversations } from './empty';
import { asFilters, isFiltered, queryOf, type Filters } from './filters';
import { FilterBar } from './filter-bar';
import { ConversationTable } from './conversation-table';
import { StartButton } from './start-button';
import { useStartConversation } from './use-start';

export const conversationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conversations',
  validateSearch: asFilters,
  component: Conversations,
});

function Conversations() {
  const { t } = useWords();
  const { api, client } = useTenant();
  const filters = conversationsRoute.useSearch();
  const navigate = conversationsRoute.useNavigate();
  const mayStart = useMay('member');
  const start = useStartConversation();
  const query = queryOf(filters);
  const pages = api.useInfiniteQuery('get', '/v1/session-summaries', { params: { query: { ...query, limit: 50 } } }, paging);

  function setFilters(next: Filters) {
    void navigate({ search: next, replace: true });
  }

  return (
    <Page
      title={t('nav-conversations')}
      actions={(
        <>
          <CsvButton
            name="conversations.csv"
            load={() => client.GET('/v1/session-summaries/exports/csv', { params: { query }, parseAs: 'blob' })}
          />
          {mayStart && <StartButton start={start} />}
        </>
      )}
    >
      {start.error != null && <ProblemNotice error={start.error} />}
      <FilterBar filters={filters} onChange={setFilters} />
      <PagedList
        pages={pages}
        empty={<NoConversations isFiltered={isFiltered(filters)} onClear={() => setFilters({})} start={start} />}
      >
        {(items) => <ConversationTable items={items} />}
      </PagedList>
    </Page>
  );
}
