// The filters: action, person, time.
import { useTenant } from '../../api/tenant';
import { ranges } from '../../parts/ranges';
import { Select } from '../../parts/select';
import { useWords } from '../../words/words';
import { actions } from './actions';
import type { Search } from './filters';

const ALL = 'all';

export function FilterBar({ search, onChange }: { search: Search; onChange: (search: Search) => void }) {
  const { t } = useWords();
  const { api } = useTenant();
  const members = api.useQuery('get', '/v1/members', { params: { query: { limit: 100 } } });
  const people = (members.data?.items ?? []).map(({ user_id, name }) => ({ id: user_id, text: name }));

  function set(name: keyof Search, value: string) {
    onChange({ ...search, [name]: value === ALL ? undefined : value });
  }

  return (
    <div className="filter-bar" role="search" aria-label={t('conversations-filters')}>
      <Select
        label={t('audit-action')}
        value={search.action ?? ALL}
        onChange={(value) => set('action', String(value))}
        options={[{ id: ALL, text: t('audit-any-action') }, ...actions.map((id) => ({ id, text: id }))]}
      />
      <Select
        label={t('conversations-person')}
        value={search.actor ?? ALL}
        onChange={(value) => set('actor', String(value))}
        options={[{ id: ALL, text: t('conversations-anybody') }, ...people]}
      />
      <Select
        label={t('audit-when')}
        value={search.range ?? ALL}
        onChange={(value) => set('range', String(value))}
        options={[{ id: ALL, text: t('conversations-any-time') }, ...ranges.map((id) => ({ id, text: t(`conversations-range-${id}`) }))]}
      />
    </div>
  );
}
