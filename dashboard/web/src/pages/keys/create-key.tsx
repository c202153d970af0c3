// Creates a key, then shows it once, with a command that uses it.
import { useState } from 'react';
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { Choices } from '../../parts/choices';
import { Code } from '../../parts/copy';
import { TextField } from '../../parts/field';
import { FormDialog } from '../../parts/form-dialog';
import { SecretDialog } from '../../parts/secret-dialog';
import { Select } from '../../parts/select';
import { useWords } from '../../words/words';
import type { components } from '../../../generated/api';
import { scopes, type Scope } from './scopes';

const DAY_MS = 86_400_000;
const ends = ['never', '30', '90', '365'] as const;
const usual: Scope[] = ['sessions:read', 'sessions:write', 'job_posts:read'];

export function CreateKey({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { mode } = useTenant();
  const [chosen, setChosen] = useState<string[]>(usual);
  const create = useChange(
    (client, body: components['schemas']['CreateApiKeyRequest']) => client.POST('/v1/api-keys', { body }),
    { reads: ['/v1/api-keys'] },
  );

  function submit({ name = '', mode: wanted, ends: days = 'never' }: Record<string, string>) {
    create.mutate({ name, livemode: wanted === 'live', scopes: scopes.filter((scope) => chosen.includes(scope)), expires_at: endOf(days) });
  }

  if (create.data) {
    return (
      <SecretDialog title={t('key-created')} label={t('key-secret')} secret={create.data.key} onClose={onClose}>
        <Code label={t('key-try')} text={commandOf(create.data.key)} />
      </SecretDialog>
    );
  }
  return (
    <FormDialog title={t('key-create')} action={t('create')} size="wide" onSubmit={submit} onClose={onClose} isPending={create.isPending} error={create.error}>
      <TextField label={t('key-name')} name="name" help={t('key-name-help')} maxLength={200} isRequired autoFocus />
      <div className="form-row">
        <Select
          label={t('mode')}
          name="mode"
          defaultValue={mode}
          options={[{ id: 'live', text: t('mode-live') }, { id: 'test', text: t('mode-test') }]}
        />
        <Select label={t('key-ends')} name="ends" defaultValue="never" options={ends.map((id) => ({ id, text: t(`key-ends-${id}`) }))} />
      </div>
      <Choices name="scopes" isRequired label={t('key-scopes')} options={scopes.map((id) => ({ id, text: id }))} value={chosen} onChange={setChosen} />
    </FormDialog>
  );
}

function endOf(days: string): string | undefined {
  return days === 'never' ? undefined : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
}

/** A command that every key may run. */
function commandOf(key: string): string {
  return `curl ${location.origin}/v1/me \\\n  -H "Authorization: Bearer ${key}"`;
}
