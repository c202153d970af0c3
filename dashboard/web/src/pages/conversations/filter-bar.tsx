// The filters: words, stage, person (for admins) and time.
import { useEffect, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { useMay } from '../../api/role';
import { Icon } from '../../parts/icon';
import { Select } from '../../parts/select';
import { useNamed, useWords } from '../../words/words';
import { ranges, states, type Filters } from './filters';
import { PersonFilter } from './person-filter';

type Props = { filters: Filters; onChange: (filters: Filters) => void };

const ALL = 'all';
const TYPING_MS = 300;

export function FilterBar({ filters, onChange }: Props) {
  const { t } = useWords();
  const named = useNamed('state');
  const isAdmin = useMay('admin');

  function set(name: keyof Filters, value: string | undefined) {
    onChange({ ...filters, [name]: value === ALL ? undefined : value });
  }

  return (
    <div className="filter-bar" role="search" aria-label={t('conversations-filters')}>
      <WordsFilter value={filters.q ?? ''} onChange={(q) => set('q', q === '' ? undefined : q)} />
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

/** Searches shortly after the last key, so that the list does not jump while somebody types. */
function WordsFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const [text, setText] = useState(value);

  useEffect(() => setText(value), [value]);

  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  });

  return (
    <SearchField className="field search-field" value={text} onChange={setText}>
      <Label>{t('conversations-search')}</Label>
      <span className="search-box">
        <Icon name="search" />
        <Input dir="auto" placeholder={t('conversations-search-placeholder')} />
      </span>
    </SearchField>
  );
}
