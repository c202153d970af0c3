// The filters: status and endpoint.
import { useTenant } from '../../api/tenant';
import { Select } from '../../parts/select';
import { useNamed, useWords } from '../../words/words';
import { statuses, type Search } from './filters';

const ALL = 'all';

export function FilterBar({ search, onChange }: { search: Search; onChange: (search: Search) => void }) {
  const { t } = useWords();
  const { api } = useTenant();
  const named = useNamed('delivery');
  const endpoints = api.useQuery('get', '/v1/webhook-endpoints', { params: { query: { limit: 100 } } });
  const urls = (endpoints.data?.items ?? []).map(({ id, url, description }) => ({ id, text: description || url }));

  function set(name: 'status' | 'endpoint', value: string) {
    onChange({ ...search, [name]: value === ALL ? undefined : value });
  }

  return (
    <div className="filter-bar" role="search" aria-label={t('conversations-filters')}>
      <Select
        label={t('status')}
        value={search.status ?? ALL}
        onChange={(value) => set('status', String(value))}
        options={[{ id: ALL, text: t('any-status') }, ...statuses.map((id) => ({ id, text: named(id) }))]}
      />
      <Select
        label={t('delivery-endpoint')}
        value={search.endpoint ?? ALL}
        onChange={(value) => set('endpoint', String(value))}
        options={[{ id: ALL, text: t('delivery-any-endpoint') }, ...urls]}
      />
    </div>
  );
}
