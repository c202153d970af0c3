// What a message does while an answer is under way: wait for it, or take its place.
import { Radio, RadioGroup } from 'react-aria-components';
import { useWords } from '../../../words/words';
import type { OnBusy } from '../use-sending';

export function BusyChoice({ value, onChange }: { value: OnBusy; onChange: (value: OnBusy) => void }) {
  const { t } = useWords();
  return (
    <RadioGroup
      className="busy-choice"
      aria-label={t('conversation-busy')}
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as OnBusy)}
    >
      <Radio className="busy-radio" value="enqueue">{t('conversation-busy-enqueue')}</Radio>
      <Radio className="busy-radio" value="replace">{t('conversation-busy-replace')}</Radio>
    </RadioGroup>
  );
}
