// What a list or a page shows when there is nothing: why, and the next step.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type Props = { icon: IconName; title: string; text?: string; children?: ReactNode };

export function Empty({ icon, title, text, children }: Props) {
  return (
    <div className="empty">
      <span className="empty-icon"><Icon name={icon} /></span>
      <p className="empty-title">{title}</p>
      {text && <p className="empty-text">{text}</p>}
      {children && <div className="actions">{children}</div>}
    </div>
  );
}
