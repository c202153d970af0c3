// A button that opens a list of actions or choices.
import type { ReactNode } from 'react';
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from './icon';

export type MenuEntry = { id: string; text: string; icon?: IconName; isDanger?: boolean; lang?: string };

type Props = {
  label: string;
  trigger: ReactNode;
  entries: MenuEntry[];
  onAction: (id: string) => void;
  /** The entry that holds now, in a menu of choices. */
  selected?: string;
  className?: string;
};

export function Menu({ label, trigger, entries, onAction, selected, className = 'button button-quiet' }: Props) {
  return (
    <MenuTrigger>
      <Button className={className} aria-label={label}>{trigger}</Button>
      <Popover className="popover">
        <AriaMenu
          className="menu"
          aria-label={label}
          items={entries}
          onAction={(key) => onAction(String(key))}
          selectionMode={selected === undefined ? 'none' : 'single'}
          selectedKeys={selected === undefined ? [] : [selected]}
          disallowEmptySelection
        >
          {(entry) => (
            <MenuItem className="menu-item" textValue={entry.text} data-danger={entry.isDanger || undefined}>
              {entry.icon && <Icon name={entry.icon} />}
              <span lang={entry.lang} dir="auto">{entry.text}</span>
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
