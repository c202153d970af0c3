// The filters: status, code, API key, time.
import { useTenant } from '../../api/tenant';
import { SearchFilter } from '../../parts/search-filter';
import { Select } from '../../parts/select';
import { useWords } from '../../words/words';
import { statuses, type Filters } from './filters';

type Props = { filters: Filters; onChange: (filters: Filters) => void; /** The codes to choose from. */ codes: string[] };

const ALL = 'all';
const KEPT = '7d';

export function FilterBar({ filters, onChange, codes }: Props) {
  const { t } = useWords();
  const { api } = useTenant();
  const keys = api.useQuery('get', '/v1/api-keys', { params: { query: { limit: 100 } } });
  const named = (keys.data?.items ?? []).map(({ id, name }) => ({ id, text: name }));
  // A status that the address names is a choice, though it is none of the usual ones.
  const choices = [...new Set([...statuses, ...(filters.status ? [filters.status] : [])])].sort();

  function set(change: Filters) {
    onChange({ ...filters, ...change });
  }

  return (
    <div className="filter-bar" role="search" aria-label={t('conversations-filters')}>
      <SearchFilter
        label={t('request-code')}
        placeholder={t('requests-any-code')}
        value={filters.code ?? ''}
        onChange={(code) => set({ code: code || undefined })}
        suggestions={codes}
      />
      <Select
        label={t('status')}
        value={String(filters.status ?? ALL)}
        onChange={(value) => set({ status: value === ALL ? undefined : Number(value) })}
        options={[{ id: ALL, text: t('any-status') }, ...choices.map((status) => ({ id: String(status), text: String(status) }))]}
      />
      <Select
        label={t('requests-key')}
        value={filters.key ?? ALL}
        onChange={(value) => set({ key: value === ALL ? undefined : String(value) })}
        options={[{ id: ALL, text: t('requests-any-key') }, ...named]}
      />
      <Select
        label={t('request-at')}
        value={filters.range ?? KEPT}
        onChange={(value) => set({ range: value === '1d' ? '1d' : undefined })}
        options={(['1d', KEPT] as const).map((id) => ({ id, text: t(`conversations-range-${id}`) }))}
      />
    </div>
  );
}
