// Adding an authenticator app, step by step: the password, the secret for the app and a code of it, the recovery codes.
import { useState } from 'react';
import type { components } from '../../../generated/api';
import { publicClient } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { Button } from '../../parts/button';
import { TextField } from '../../parts/field';
import { Form } from '../../parts/form';
import { useWords } from '../../words/words';
import { AppSecret } from './app-secret';
import { RecoveryCodes } from './recovery-codes';

type TotpEnrolment = components['schemas']['TotpEnrolment'];

type Props = { /** The recovery codes are stored. */ onDone: () => void; onCancel?: () => void };

export function Enrolment({ onDone, onCancel }: Props) {
  const [enrolment, setEnrolment] = useState<TotpEnrolment>();
  const [codes, setCodes] = useState<string[]>();
  if (codes) return <RecoveryCodes codes={codes} onStored={onDone} />;
  if (enrolment) return <ConfirmCode enrolment={enrolment} onConfirmed={setCodes} onCancel={onCancel} />;
  return <AskPassword onEnrolled={setEnrolment} onCancel={onCancel} />;
}

function AskPassword({ onEnrolled, onCancel }: { onEnrolled: (enrolment: TotpEnrolment) => void; onCancel?: () => void }) {
  const { t } = useWords();
  const enrol = useSubmit((password: string) => publicClient.POST('/v1/me/totp', { body: { password } }), onEnrolled);
  return (
    <Form
      action={t('second-factor-begin')}
      onSubmit={({ password = '' }) => enrol.submit(password)}
      isPending={enrol.isPending}
      error={enrol.error}
      secondary={onCancel && <Button onPress={onCancel}>{t('cancel')}</Button>}
    >
      <TextField label={t('password')} name="password" type="password" autoComplete="current-password" isRequired autoFocus />
    </Form>
  );
}

type ConfirmProps = { enrolment: TotpEnrolment; onConfirmed: (codes: string[]) => void; onCancel?: () => void };

function ConfirmCode({ enrolment, onConfirmed, onCancel }: ConfirmProps) {
  const { t } = useWords();
  const confirm = useSubmit(
    (code: string) => publicClient.POST('/v1/me/totp/confirm', { body: { code } }),
    ({ recovery_codes }) => onConfirmed(recovery_codes),
  );
  return (
    <>
      <AppSecret enrolment={enrolment} />
      <Form
        action={t('second-factor-confirm')}
        onSubmit={({ code = '' }) => confirm.submit(code.replace(/\s/g, ''))}
        isPending={confirm.isPending}
        error={confirm.error}
        secondary={onCancel && <Button onPress={onCancel}>{t('cancel')}</Button>}
      >
        <TextField
          label={t('second-factor-code')}
          help={t('second-factor-code-help')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          isRequired
          autoFocus
        />
      </Form>
    </>
  );
}
