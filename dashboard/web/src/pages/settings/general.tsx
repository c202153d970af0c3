// The organization's name, and whether the agent's greeting says that it is an AI.
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { forgetScopes } from '../../api/scope';
import { Checkbox } from '../../parts/checkbox';
import { TextField } from '../../parts/field';
import { useWords } from '../../words/words';
import { SettingsForm } from './settings-form';
import { useSave, type Organization } from './use-save';

export function General({ organization }: { organization: Organization }) {
  const { t } = useWords();
  const router = useRouter();
  const [discloses, setDiscloses] = useState(organization.ai_disclosure);
  const save = useSave(() => {
    forgetScopes();
    void router.invalidate();
  });
  return (
    <SettingsForm title={t('settings-general')} save={save} onSubmit={({ name }) => save.mutate({ name, ai_disclosure: discloses })}>
      <TextField label={t('settings-name')} name="name" defaultValue={organization.name} maxLength={200} isRequired />
      <Checkbox isSelected={discloses} onChange={setDiscloses}>{t('settings-ai-disclosure')}</Checkbox>
    </SettingsForm>
  );
}
