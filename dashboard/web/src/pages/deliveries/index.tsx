// The deliveries of all webhook endpoints, newest first.
import { createRoute } from '@tanstack/react-router';
import { Empty } from '../../parts/empty';
import { PagedList } from '../../parts/list';
import { Page } from '../../parts/page';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { DeliveryDialog } from './delivery-dialog';
import { DeliveryTable } from './delivery-table';
import { FilterBar } from './filter-bar';
import { asSearch, type Search } from './filters';
import { useDeliveries, useEndpointNames } from './use-deliveries';

export const deliveriesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deliveries',
  validateSearch: asSearch,
  component: Deliveries,
});

function Deliveries() {
  const { t } = useWords();
  const search = deliveriesRoute.useSearch();
  const navigate = deliveriesRoute.useNavigate();
  const pages = useDeliveries(search);
  const nameOf = useEndpointNames();
  const show = (next: Search) => void navigate({ search: next });
  return (
    <Page title={t('nav-deliveries')} lead={t('deliveries-lead')}>
      <FilterBar search={search} onChange={show} />
      <PagedList pages={pages} empty={<NoDeliveries isFiltered={!!(search.status || search.endpoint)} />}>
        {(items) => <DeliveryTable items={items} nameOf={nameOf} />}
      </PagedList>
      {search.delivery && search.of && (
        <DeliveryDialog
          endpointId={search.of}
          deliveryId={search.delivery}
          onClose={() => show({ ...search, delivery: undefined, of: undefined })}
        />
      )}
    </Page>
  );
}

function NoDeliveries({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useWords();
  if (isFiltered) return <Empty icon="search" title={t('deliveries-no-match')} />;
  return <Empty icon="developers" title={t('deliveries-none')} text={t('deliveries-none-text')} />;
}
