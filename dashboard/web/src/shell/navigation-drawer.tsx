// The navigation on a small screen: a button that slides it in.
import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../parts/button';
import { useWords } from '../words/words';
import { ModeSwitch } from './mode-switch';
import { NavigationList } from './navigation-list';

export function NavigationDrawer() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="drawer-button">
      <IconButton icon="menu" label={t('navigation')} onPress={() => setOpen(true)} />
      <ModalOverlay className="overlay overlay-drawer" isOpen={isOpen} onOpenChange={setOpen} isDismissable>
        <Modal className="drawer">
          <Dialog className="drawer-dialog" aria-label={t('navigation')}>
            <IconButton icon="close" label={t('close')} onPress={() => setOpen(false)} />
            <ModeSwitch />
            <NavigationList onNavigate={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </div>
  );
}
