// The authenticator app that is in use: since when, how many recovery codes are left, replacing them, removing the app.
import { useState } from 'react';
import type { components } from '../../../generated/api';
import { publicClient } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Facts } from '../../parts/facts';
import { DateTime } from '../../parts/time';
import { useFormat } from '../../words/format';
import { useWords } from '../../words/words';
import { ProofDialog } from './proof-dialog';
import { RecoveryCodes } from './recovery-codes';

type Totp = components['schemas']['Totp'];
type Proof = components['schemas']['ProofRequest'];

const FEW_CODES = 3;

type Props = { totp: Totp; onChanged: () => void };

export function Enrolled({ totp, onChanged }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState<'remove' | 'renew'>();
  const close = () => setOpen(undefined);
  const remove = useSubmit(
    (body: Proof) => publicClient.POST('/v1/me/totp/remove', { body }),
    () => {
      close();
      onChanged();
    },
  );
  return (
    <>
      <p><Badge tone="good">{t('second-factor-on')}</Badge></p>
      <Facts
        facts={[
          [t('second-factor-since'), totp.confirmed_at && <DateTime value={totp.confirmed_at} />],
          [t('recovery-codes-left'), <CodesLeft count={totp.recovery_codes} />],
        ]}
      />
      <div className="actions">
        <Button icon="retry" onPress={() => setOpen('renew')}>{t('recovery-codes-renew')}</Button>
        <Button kind="danger" onPress={() => setOpen('remove')}>{t('second-factor-remove')}</Button>
      </div>
      {open === 'renew' && <RenewCodes onChanged={onChanged} onClose={close} />}
      {open === 'remove' && (
        <ProofDialog
          title={t('second-factor-remove-title')}
          text={t('second-factor-remove-text')}
          action={t('second-factor-remove')}
          change={remove}
          onClose={close}
        />
      )}
    </>
  );
}

function CodesLeft({ count }: { count: number }) {
  const { t } = useWords();
  const format = useFormat();
  if (count > FEW_CODES) return format.number(count);
  return <span className="key-end" data-tone="warning">{t('recovery-codes-few', { count: format.number(count) })}</span>;
}

function RenewCodes({ onChanged, onClose }: { onChanged: () => void; onClose: () => void }) {
  const { t } = useWords();
  const [codes, setCodes] = useState<string[]>();
  const renew = useSubmit(
    (body: Proof) => publicClient.POST('/v1/me/recovery-codes', { body }),
    ({ recovery_codes }) => {
      setCodes(recovery_codes);
      onChanged();
    },
  );
  if (codes) {
    return (
      <Dialog title={t('recovery-codes')} onClose={onClose} size="wide" isDismissable={false}>
        <RecoveryCodes codes={codes} onStored={onClose} />
      </Dialog>
    );
  }
  return (
    <ProofDialog
      title={t('recovery-codes-renew')}
      text={t('recovery-codes-renew-text')}
      action={t('recovery-codes-renew')}
      change={renew}
      onClose={onClose}
    />
  );
}
