// In place of a missing value: the agent's proposal if there is one, which counts only once a person takes it.
import { Button } from '../../../parts/button';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { isFilled, type Field } from '../state/fields';
import type { JobDataPatch } from '../state/types';
import { FieldValue } from './field-value';

export function Suggestion({ field }: { field: Field }) {
  const { t } = useWords();
  const { conversation, editing, mayWrite, required } = useConversationPage();
  const { suggestions, job_data: data } = conversation.session;
  if (!suggestions || !isFilled(suggestions, field.name)) {
    const isNeeded = field.name === 'title' || required.includes(field.name);
    return <span className="field-missing">{t(isNeeded ? 'conversation-needed' : 'conversation-missing')}</span>;
  }

  function take() {
    const patch = { [field.name]: suggestions?.[field.name] } as JobDataPatch;
    void editing.save(field.name, patch, data[field.name]);
  }

  return (
    <div className="suggestion">
      <FieldValue field={field} data={suggestions} />
      <span className="basis" data-basis="assumed">{t('basis-assumed')}</span>
      {mayWrite && <Button icon="check" onPress={take}>{t('conversation-take')}</Button>}
    </div>
  );
}
