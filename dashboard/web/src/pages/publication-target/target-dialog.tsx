// Sets the target: the format, its address, and what the format needs. A new secret is shown once.
import { useState } from 'react';
import type { components } from '../../../generated/api';
import { useChange } from '../../api/use-change';
import { Checkbox } from '../../parts/checkbox';
import { TextField } from '../../parts/field';
import { FormDialog } from '../../parts/form-dialog';
import { SecretDialog } from '../../parts/secret-dialog';
import { Select } from '../../parts/select';
import { useNamed, useWords } from '../../words/words';
import { VerifyCode } from '../webhooks/verify-code';
import { AiCreateFields, optionsOf } from './ai-create-fields';
import type { Target } from './target-card';

type Request = components['schemas']['PutPublicationTargetRequest'];

const formats = ['signed_json', 'ai_create'] as const;

export function TargetDialog({ target, onClose }: { target?: Target; onClose: () => void }) {
  const { t } = useWords();
  const named = useNamed('target-format');
  const [format, setFormat] = useState<string>(target?.format ?? 'signed_json');
  const [wantsSecret, setWantsSecret] = useState(false);
  const put = useChange((client, body: Request) => client.PUT('/v1/organization/publication-target', { body }), {
    reads: ['/v1/organization/publication-target', '/v1/publications'],
    onDone: (saved) => !(saved as Target).secret && onClose(),
  });

  function submit(values: Record<string, string>) {
    const common = { format: format as Request['format'], url: values.url ?? '' };
    put.mutate(format === 'ai_create'
      ? { ...common, bearer_token: values.bearer_token || undefined, options: optionsOf(values) }
      : { ...common, new_secret: wantsSecret || undefined });
  }

  if (put.data?.secret) {
    return (
      <SecretDialog title={t('nav-publication-target')} label={t('webhook-secret')} secret={put.data.secret} onClose={onClose}>
        <VerifyCode />
      </SecretDialog>
    );
  }
  return (
    <FormDialog title={t('target-set')} action={t('save')} size="wide" onSubmit={submit} onClose={onClose} isPending={put.isPending} error={put.error}>
      <Select
        label={t('target-format')}
        value={format}
        onChange={(value) => setFormat(String(value))}
        options={formats.map((id) => ({ id, text: named(id) }))}
      />
      <TextField label={t('webhook-url')} name="url" type="url" defaultValue={target?.url} help={t(`target-url-help-${format.replace('_', '-')}`)} isRequired />
      {format === 'ai_create' && <AiCreateFields target={target} />}
      {format === 'signed_json' && target?.format === 'signed_json' && (
        <Checkbox isSelected={wantsSecret} onChange={setWantsSecret}>{t('target-new-secret')}</Checkbox>
      )}
    </FormDialog>
  );
}
