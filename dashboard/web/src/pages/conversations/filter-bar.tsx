// The filters: words, stage, person (for admins) and time.
import { useMay } from '../../api/role';
import { ranges } from '../../parts/ranges';
import { SearchFilter } from '../../parts/search-filter';
import { Select } from '../../parts/select';
import { useNamed, useWords } from '../../words/words';
import { states, type Filters } from './filters';
import { PersonFilter } from './person-filter';

type Props = { filters: Filters; onChange: (filters: Filters) => void };

const ALL = 'all';

export function FilterBar({ filters, onChange }: Props) {
  const { t } = useWords();
  const named = useNamed('state');
  const isAdmin = useMay('admin');

  function set(name: keyof Filters, value: string | undefined) {
    onChange({ ...filters, [name]: value === ALL ? undefined : value });
  }

  return (
    <div className="filter-bar" role="search" aria-label={t('conversations-filters')}>
      <SearchFilter
        label={t('conversations-search')}
        placeholder={t('conversations-search-placeholder')}
        value={filters.q ?? ''}
        onChange={(q) => set('q', q === '' ? undefined : q)}
      />
      <Select
        label={t('conversations-step')}
        value={filters.state ?? ALL}
        onChange={(value) => set('state', String(value))}
        options={[{ id: ALL, text: t('conversations-any-step') }, ...states.map((id) => ({ id, text: named(id) }))]}
      />
      {isAdmin && <PersonFilter value={filters.person ?? ALL} onChange={(value) => set('person', value)} />}
      <Select
        label={t('conversations-begun')}
        value={filters.range ?? ALL}
        onChange={(value) => set('range', String(value))}
        options={[
          { id: ALL, text: t('conversations-any-time') },
          ...ranges.map((id) => ({ id, text: t(`conversations-range-${id}`) })),
        ]}
      />
    </div>
  );
}
