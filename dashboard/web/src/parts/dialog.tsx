// The one dialog. It is open while it is rendered; its title is its name.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../words/words';
import { IconButton } from './button';

type Props = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  size?: 'wide';
  role?: 'dialog' | 'alertdialog';
  /** Whether a press beside the dialog closes it. */
  isDismissable?: boolean;
};

export function Dialog({ title, onClose, children, size, role = 'dialog', isDismissable = true }: Props) {
  const { t } = useWords();
  return (
    <ModalOverlay className="overlay" isOpen isDismissable={isDismissable} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal" data-size={size}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-header">
            <Heading slot="title" level={2}>{title}</Heading>
            <IconButton icon="close" label={t('close')} onPress={onClose} />
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
