// The languages in which conversations begin, in the order in which they were chosen.
import { Choices } from '../../parts/choices';
import { useFormat } from '../../words/format';
import { languages } from '../../words/languages';
import { useWords } from '../../words/words';

type Props = { value: string[]; onChange: (value: string[]) => void };

export function LanguagesField({ value, onChange }: Props) {
  const { t } = useWords();
  const format = useFormat();
  const names = value.flatMap((code) => languages.filter((known) => known.code === code)).map(({ name }) => name);
  return (
    <Choices
      label={t('settings-languages')}
      name="languages"
      help={names.length > 0 ? t('settings-languages-order', { languages: format.list(names) }) : t('settings-languages-help')}
      options={languages.map(({ code, name }) => ({ id: code, text: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
