// The audit log: who did what, when and from where.
import { createRoute } from '@tanstack/react-router';
import { useTenant } from '../../api/tenant';
import { CsvButton } from '../../parts/csv-button';
import { Empty } from '../../parts/empty';
import { PagedList } from '../../parts/list';
import { Page } from '../../parts/page';
import { paging } from '../../parts/paging';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { AuditTable } from './audit-table';
import { EntryDialog } from './entry-dialog';
import { FilterBar } from './filter-bar';
import { asSearch, queryOf, type Search } from './filters';

export const auditLogRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit-log',
  validateSearch: asSearch,
  component: AuditLog,
});

function AuditLog() {
  const { t } = useWords();
  const { api, client } = useTenant();
  const search = auditLogRoute.useSearch();
  const navigate = auditLogRoute.useNavigate();
  const query = queryOf(search);
  const pages = api.useInfiniteQuery('get', '/v1/audit-log', { params: { query: { ...query, limit: 50 } } }, paging);
  const show = (next: Search) => void navigate({ search: next });
  return (
    <Page
      title={t('nav-audit-log')}
      actions={(
        <CsvButton
          name="audit-log.csv"
          load={() => client.GET('/v1/audit-log/exports/csv', { params: { query }, parseAs: 'blob' })}
        />
      )}
    >
      <FilterBar search={search} onChange={show} />
      <PagedList pages={pages} empty={<Empty icon="search" title={t('audit-none')} />}>
        {(items) => <AuditTable items={items} />}
      </PagedList>
      {search.entry && <EntryDialog id={search.entry} onClose={() => show({ ...search, entry: undefined })} />}
    </Page>
  );
}
