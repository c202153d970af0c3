// A form in a dialog: what is created or changed away from the page.
import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import { Button } from './button';
import { Dialog } from './dialog';
import { Form } from './form';

type Props = {
  title: string;
  text?: string;
  action: string;
  onSubmit: (values: Record<string, string>) => void;
  onClose: () => void;
  isPending?: boolean;
  error?: unknown;
  size?: 'wide';
  children?: ReactNode;
};

export function FormDialog({ title, text, onClose, size, children, ...form }: Props) {
  const { t } = useWords();
  return (
    <Dialog title={title} onClose={onClose} size={size}>
      {text && <p>{text}</p>}
      <Form {...form} secondary={<Button onPress={onClose}>{t('cancel')}</Button>}>{children}</Form>
    </Dialog>
  );
}
