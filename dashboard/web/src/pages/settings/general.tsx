// The organization's name and time zone, and whether the agent's greeting says that it is an AI.
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { forgetTenants } from '../../api/tenant';
import { Checkbox } from '../../parts/checkbox';
import { TextField } from '../../parts/field';
import { useWords } from '../../words/words';
import { SettingsForm } from './settings-form';
import { TimeZoneField } from './time-zone-field';
import { useSave, type Organization } from './use-save';

export function General({ organization }: { organization: Organization }) {
  const { t } = useWords();
  const router = useRouter();
  const [discloses, setDiscloses] = useState(organization.ai_disclosure);
  const save = useSave(() => {
    forgetTenants();
    void router.invalidate();
  });

  function submit({ name, time_zone = '' }: Record<string, string>) {
    save.mutate({ name, time_zone: time_zone.trim(), ai_disclosure: discloses });
  }

  return (
    <SettingsForm title={t('settings-general')} save={save} onSubmit={submit}>
      <TextField label={t('settings-name')} name="name" defaultValue={organization.name} maxLength={200} isRequired />
      <TimeZoneField defaultValue={organization.time_zone} />
      <Checkbox isSelected={discloses} onChange={setDiscloses}>{t('settings-ai-disclosure')}</Checkbox>
    </SettingsForm>
  );
}
