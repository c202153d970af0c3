// Changes the password; the other sign-ins end with it.
import { useState } from 'react';
import { asProblem } from '../../api/problem';
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { TextField } from '../../parts/field';
import { FormDialog } from '../../parts/form-dialog';
import { useWords } from '../../words/words';

type Passwords = { current_password: string; new_password: string; code?: string };

export function ChangePassword({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { me } = useTenant();
  const [needsCode, setNeedsCode] = useState(false);
  const change = useChange((client, body: Passwords) => client.POST('/v1/me/password', { body }), { reads: ['/v1/me/logins'] });

  function submit(values: Record<string, string>) {
    change.mutate(values as Passwords, { onError: (error) => isAskingForCode(error) && setNeedsCode(true) });
  }

  if (change.isSuccess) {
    return (
      <Dialog title={t('password-change')} onClose={onClose}>
        <p role="status">{t('password-changed')}</p>
        <div className="actions actions-end"><Button kind="primary" onPress={onClose}>{t('done')}</Button></div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t('password-change')}
      action={t('password-change')}
      onSubmit={submit}
      onClose={onClose}
      isPending={change.isPending}
      error={isAskingForCode(change.error) ? undefined : change.error}
    >
      {/* Password managers take the account from it. */}
      <input hidden readOnly autoComplete="username" value={me.email ?? ''} />
      <TextField label={t('password-current')} name="current_password" type="password" autoComplete="current-password" isRequired autoFocus />
      <TextField label={t('password-new')} help={t('password-new-help')} name="new_password" type="password" autoComplete="new-password" isRequired />
      {needsCode && <TextField label={t('code')} name="code" autoComplete="one-time-code" help={t('code-help')} isRequired />}
    </FormDialog>
  );
}

function isAskingForCode(error: unknown): boolean {
  return error != null && asProblem(error).code === 'second_factor_required';
}
