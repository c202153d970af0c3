// What the format ai_create takes beside the post itself.
import { Checkbox } from '../../parts/checkbox';
import { TextField } from '../../parts/field';
import type { components } from '../../../generated/api';
import { useWords } from '../../words/words';
import type { Target } from './target-card';

type Options = components['schemas']['AiCreateOptions'];

export function AiCreateFields({ target }: { target?: Target }) {
  const { t } = useWords();
  const options = target?.options ?? {};
  return (
    <>
      <TextField
        label={t('target-token')}
        name="bearer_token"
        type="password"
        autoComplete="off"
        help={target?.has_bearer_token ? t('target-token-keep') : undefined}
      />
      <Checkbox name="enable_ai_interview" value="yes" defaultSelected={options.enable_ai_interview}>{t('field-enable-ai-interview')}</Checkbox>
      <Checkbox name="is_featured" value="yes" defaultSelected={options.is_featured}>{t('field-is-featured')}</Checkbox>
      <div className="form-row">
        <TextField label={t('target-interview-languages')} name="interview_languages" defaultValue={options.interview_languages?.join(', ')} />
        <TextField label={t('target-interview-duration')} name="interview_duration" type="number" defaultValue={options.interview_duration?.toString()} />
        <TextField label={t('target-expires-after')} name="expires_after_days" type="number" defaultValue={options.expires_after_days?.toString()} />
      </div>
      <TextField label={t('target-ai-prompt')} name="ai_prompt" lines={3} defaultValue={options.ai_prompt} />
      <TextField label={t('target-ai-instructions')} name="ai_instructions" lines={3} defaultValue={options.ai_instructions} />
    </>
  );
}

/** The options of the form; what is empty is not sent. */
export function optionsOf(values: Record<string, string>): Options {
  const languages = (values.interview_languages ?? '').split(',').map((language) => language.trim()).filter(Boolean);
  return {
    enable_ai_interview: values.enable_ai_interview ? true : undefined,
    is_featured: values.is_featured ? true : undefined,
    interview_languages: languages.length > 0 ? languages : undefined,
    interview_duration: values.interview_duration ? Number(values.interview_duration) : undefined,
    expires_after_days: values.expires_after_days ? Number(values.expires_after_days) : undefined,
    ai_prompt: values.ai_prompt || undefined,
    ai_instructions: values.ai_instructions || undefined,
  };
}
