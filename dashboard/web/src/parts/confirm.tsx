// Asks before something that cannot be undone, and shows the problem if it fails.
import { useWords } from '../words/words';
import { Button } from './button';
import { Dialog } from './dialog';
import { ProblemNotice } from './problem';

type Props = {
  title: string;
  text: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
  isPending?: boolean;
  error?: unknown;
};

export function Confirm({ title, text, action, onConfirm, onClose, isPending, error }: Props) {
  const { t } = useWords();
  return (
    <Dialog title={title} onClose={onClose} role="alertdialog">
      <p>{text}</p>
      {error != null && <ProblemNotice error={error} />}
      <div className="actions actions-end">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button kind="danger" onPress={onConfirm} isPending={isPending}>{action}</Button>
      </div>
    </Dialog>
  );
}
