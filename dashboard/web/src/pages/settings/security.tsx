// The second factor of all members, and how long the audit log is kept. Only an owner changes the first.
import { useState } from 'react';
import { useMay } from '../../api/role';
import { Checkbox } from '../../parts/checkbox';
import { TextField } from '../../parts/field';
import { useWords } from '../../words/words';
import { SettingsForm } from './settings-form';
import { useSave, type Organization } from './use-save';

export function Security({ organization }: { organization: Organization }) {
  const { t } = useWords();
  const isOwner = useMay('owner');
  const save = useSave();
  const [isRequired, setRequired] = useState(organization.second_factor_required);

  function submit({ audit_retention_days }: Record<string, string>) {
    const hasChanged = isRequired !== organization.second_factor_required;
    save.mutate({ audit_retention_days: Number(audit_retention_days), second_factor_required: hasChanged ? isRequired : undefined });
  }

  return (
    <SettingsForm title={t('settings-security')} save={save} onSubmit={submit}>
      {isOwner && <Checkbox isSelected={isRequired} onChange={setRequired}>{t('settings-second-factor')}</Checkbox>}
      <TextField
        label={t('settings-audit-retention')}
        help={t('settings-audit-retention-help')}
        name="audit_retention_days"
        type="number"
        inputMode="numeric"
        defaultValue={String(organization.audit_retention_days)}
        isRequired
      />
    </SettingsForm>
  );
}
