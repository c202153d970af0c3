// How the agent writes descriptions for the organization.
import { TextField } from '../../parts/field';
import { Select } from '../../parts/select';
import type { components } from '../../../generated/api';
import { useNamed, useWords } from '../../words/words';
import { SettingsForm } from './settings-form';
import { useSave } from './use-save';

type Writing = components['schemas']['Writing'];

const tones = ['plain', 'warm', 'formal'] as const;
const lengths = ['short', 'normal', 'long'] as const;

export function WritingSettings({ writing }: { writing: Writing }) {
  const { t } = useWords();
  const tone = useNamed('tone');
  const length = useNamed('length');
  const save = useSave();
  return (
    <SettingsForm
      title={t('settings-writing')}
      lead={t('settings-writing-text')}
      save={save}
      onSubmit={(values) => save.mutate({ writing: writingOf(values) })}
    >
      <div className="form-row">
        <Select label={t('settings-tone')} name="tone" defaultValue={writing.tone ?? 'plain'} options={tones.map((id) => ({ id, text: tone(id) }))} />
        <Select label={t('settings-length')} name="length" defaultValue={writing.length ?? 'normal'} options={lengths.map((id) => ({ id, text: length(id) }))} />
      </div>
      <TextField label={t('settings-about')} name="about_company" lines={4} defaultValue={writing.about_company} maxLength={1000} />
      <TextField label={t('settings-equal')} name="equal_opportunity_statement" lines={3} defaultValue={writing.equal_opportunity_statement} maxLength={500} />
      <TextField
        label={t('settings-benefits')}
        help={t('conversation-list-hint')}
        name="standing_benefits"
        lines={4}
        defaultValue={(writing.standing_benefits ?? []).join('\n')}
      />
    </SettingsForm>
  );
}

function writingOf(values: Record<string, string>): Writing {
  return {
    tone: values.tone as Writing['tone'],
    length: values.length as Writing['length'],
    about_company: values.about_company || undefined,
    equal_opportunity_statement: values.equal_opportunity_statement || undefined,
    standing_benefits: (values.standing_benefits ?? '').split('\n').map((line) => line.trim()).filter(Boolean),
  };
}
