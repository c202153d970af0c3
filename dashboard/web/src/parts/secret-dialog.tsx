// Shows a secret, which is shown only once. A press beside the dialog does not close it.
import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import { Button } from './button';
import { Code } from './copy';
import { Dialog } from './dialog';

type Props = { title: string; label: string; secret: string; onClose: () => void; children?: ReactNode };

export function SecretDialog({ title, label, secret, onClose, children }: Props) {
  const { t } = useWords();
  return (
    <Dialog title={title} onClose={onClose} size="wide" isDismissable={false}>
      <p className="note">{t('secret-once')}</p>
      <Code label={label} text={secret} />
      {children}
      <div className="actions actions-end">
        <Button kind="primary" onPress={onClose}>{t('secret-stored')}</Button>
      </div>
    </Dialog>
  );
}
