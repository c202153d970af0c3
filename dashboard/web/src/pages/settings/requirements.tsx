// What a post must have before it can be finished, and which findings forbid it.
import { useState } from 'react';
import { Choices } from '../../parts/choices';
import { useNamed, useWords } from '../../words/words';
import { allFields } from '../conversation/state/fields';
import { SettingsForm } from './settings-form';
import { useSave, type Organization, type Settings } from './use-save';

const rules = [
  'pay_not_stated', 'gendered_wording', 'gender_coded_wording', 'age_coded_wording', 'language_by_birth',
  'equal_opportunity_not_stated', 'country_not_stated',
];

/** A title is always required, notes never are. */
const fields = allFields.filter(({ name }) => name !== 'title' && name !== 'notes');

export function Requirements({ organization }: { organization: Organization }) {
  const { t } = useWords();
  const field = useNamed('field');
  const finding = useNamed('finding');
  const save = useSave();
  const [required, setRequired] = useState<string[]>(organization.required_fields);
  const [blocking, setBlocking] = useState<string[]>(organization.blocking_rules);
  return (
    <SettingsForm
      title={t('settings-requirements')}
      lead={t('settings-requirements-text')}
      save={save}
      onSubmit={() => save.mutate({ required_fields: required as Settings['required_fields'], blocking_rules: blocking })}
    >
      <Choices
        name="required_fields"
        label={t('settings-required-fields')}
        options={fields.map(({ name }) => ({ id: name, text: field(name) }))}
        value={required}
        onChange={setRequired}
      />
      <Choices
        name="blocking_rules"
        label={t('settings-blocking-rules')}
        options={[...new Set([...rules, ...organization.blocking_rules])].map((id) => ({ id, text: finding(id) }))}
        value={blocking}
        onChange={setBlocking}
      />
    </SettingsForm>
  );
}
