// Asks for the password and a code before the app is removed or its recovery codes are replaced.
import { TextField } from '../../parts/field';
import { FormDialog } from '../../parts/form-dialog';
import { useWords } from '../../words/words';

type Proof = { password: string; code: string };

type Props = {
  title: string;
  text: string;
  action: string;
  change: { submit: (proof: Proof) => void; isPending: boolean; error: unknown };
  onClose: () => void;
};

export function ProofDialog({ change, ...props }: Props) {
  const { t } = useWords();
  return (
    <FormDialog
      {...props}
      onSubmit={({ password = '', code = '' }) => change.submit({ password, code: code.trim() })}
      isPending={change.isPending}
      error={change.error}
    >
      <TextField label={t('password')} name="password" type="password" autoComplete="current-password" isRequired autoFocus />
      <TextField label={t('code')} name="code" autoComplete="one-time-code" help={t('code-help')} isRequired />
    </FormDialog>
  );
}
