// A filter by words. It searches shortly after the last key, so that the list does not jump while somebody types.
import { useEffect, useId, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { useSearchKeySetting } from './search-key';
import { Icon } from './icon';
import { Suggestions } from './suggestions';

type Props = {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  suggestions?: readonly string[];
};

const TYPING_MS = 300;

export function SearchFilter({ label, placeholder, value, onChange, suggestions }: Props) {
  const list = useId();
  const [hasKey] = useSearchKeySetting();
  const [text, setText] = useState(value);

  useEffect(() => setText(value), [value]);

  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  });

  return (
    <SearchField className="field search-field" value={text} onChange={setText}>
      <Label>{label}</Label>
      <span className="search-box">
        <Icon name="search" />
        <Input dir="auto" placeholder={placeholder} list={suggestions && list} aria-keyshortcuts={hasKey ? '/' : undefined} />
        {hasKey && text === '' && <kbd aria-hidden="true">/</kbd>}
      </span>
      {suggestions && <Suggestions id={list} values={suggestions} />}
    </SearchField>
  );
}
