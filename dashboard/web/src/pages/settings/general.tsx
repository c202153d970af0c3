// The organization's name, time zone, currency and languages, and whether the agent's greeting says that it is an AI.
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { forgetTenants } from '../../api/tenant';
import { Checkbox } from '../../parts/checkbox';
import { TextField } from '../../parts/field';
import { useWords } from '../../words/words';
import { CurrencyField } from './currency-field';
import { LanguagesField } from './languages-field';
import { SettingsForm } from './settings-form';
import { TimeZoneField } from './time-zone-field';
import { useSave, type Organization, type Settings } from './use-save';

export function General({ organization }: { organization: Organization }) {
  const { t } = useWords();
  const router = useRouter();
  const [discloses, setDiscloses] = useState(organization.ai_disclosure);
  const [languages, setLanguages] = useState<string[]>(organization.languages);
  const save = useSave(() => {
    forgetTenants();
    void router.invalidate();
  });

  function submit({ name, time_zone = '', currency = '' }: Record<string, string>) {
    save.mutate({
      name,
      time_zone: time_zone.trim(),
      currency: currency.trim().toUpperCase(),
      languages: languages as Settings['languages'],
      ai_disclosure: discloses,
    });
  }

  return (
    <SettingsForm title={t('settings-general')} save={save} onSubmit={submit}>
      <TextField label={t('settings-name')} name="name" defaultValue={organization.name} maxLength={200} isRequired />
      <TimeZoneField defaultValue={organization.time_zone} />
      <CurrencyField defaultValue={organization.currency ?? ''} />
      <LanguagesField value={languages} onChange={setLanguages} />
      <Checkbox isSelected={discloses} onChange={setDiscloses}>{t('settings-ai-disclosure')}</Checkbox>
    </SettingsForm>
  );
}
