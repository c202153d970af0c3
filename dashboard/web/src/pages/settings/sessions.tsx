// How long conversations live, and how long expired ones are kept.
import { TextField } from '../../parts/field';
import { Select } from '../../parts/select';
import { useFormat } from '../../words/format';
import { useWords } from '../../words/words';
import { SettingsForm } from './settings-form';
import { useSave, type Organization } from './use-save';

const HOUR = 3_600;
const lifetimes = [HOUR, 8 * HOUR, 24 * HOUR, 72 * HOUR, 168 * HOUR, 720 * HOUR, 2160 * HOUR];

export function Sessions({ organization }: { organization: Organization }) {
  const { t } = useWords();
  const format = useFormat();
  const save = useSave();
  const current = organization.session_lifetime_seconds;
  const choices = [...new Set([...lifetimes, current])].sort((a, b) => a - b);
  return (
    <SettingsForm
      title={t('settings-sessions')}
      save={save}
      onSubmit={({ session_lifetime_seconds, session_retention_days }) => save.mutate({
        session_lifetime_seconds: Number(session_lifetime_seconds),
        session_retention_days: Number(session_retention_days),
      })}
    >
      <Select
        label={t('settings-lifetime')}
        name="session_lifetime_seconds"
        defaultValue={String(current)}
        options={choices.map((seconds) => ({ id: String(seconds), text: format.duration(seconds * 1000) }))}
      />
      <TextField
        label={t('settings-retention')}
        help={t('settings-retention-help')}
        name="session_retention_days"
        type="number"
        inputMode="numeric"
        defaultValue={String(organization.session_retention_days)}
        isRequired
      />
    </SettingsForm>
  );
}
