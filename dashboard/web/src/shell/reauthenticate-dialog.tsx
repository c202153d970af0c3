// Asks for the password again when an operation needs a fresh sign-in; the operation then goes on by itself.
import { useState, useSyncExternalStore } from 'react';
import { finishReauthentication, leaveForFreshSingleSignOn, reauthentication } from '../api/authentication';
import { publicClient } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { TextField } from '../parts/field';
import { Form } from '../parts/form';
import { useWords } from '../words/words';

export function ReauthenticateDialog() {
  const isWanted = useSyncExternalStore(reauthentication.subscribe, reauthentication.isWanted);
  return isWanted ? <OpenDialog /> : null;
}

function OpenDialog() {
  const { t } = useWords();
  const [problem, setProblem] = useState<Problem>();
  const [isPending, setPending] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);

  async function submit({ password = '', code }: Record<string, string>) {
    setPending(true);
    const { error } = await publicClient.POST('/v1/auth/browser/reauthenticate', { body: { password, code } });
    setPending(false);
    if (!error) return finishReauthentication(true);
    const asked = asProblem(error).code === 'second_factor_required';
    setNeedsCode(needsCode || asked);
    setProblem(asked ? undefined : asProblem(error));
  }

  return (
    <Dialog title={t('reauthenticate-title')} onClose={() => finishReauthentication(false)}>
      <p>{t('reauthenticate-text')}</p>
      <Form action={t('reauthenticate-action')} onSubmit={submit} isPending={isPending} error={problem}>
        <TextField label={t('password')} name="password" type="password" autoComplete="current-password" autoFocus isRequired />
        {needsCode && <TextField label={t('code')} name="code" autoComplete="one-time-code" help={t('code-help')} isRequired />}
      </Form>
      <Button kind="quiet" onPress={leaveForFreshSingleSignOn}>{t('single-sign-on-title')}</Button>
    </Dialog>
  );
}
