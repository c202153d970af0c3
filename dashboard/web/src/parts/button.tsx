// Buttons: one primary action a page, plain ones beside it, quiet ones for what is rarely needed.
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import { Icon, type IconName } from './icon';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

type Props = Omit<ButtonProps, 'className' | 'children'> & { kind?: Kind; icon?: IconName; children?: string };

export function Button({ kind = 'plain', icon, children, ...props }: Props) {
  return (
    <AriaButton {...props} className={`button button-${kind}`}>
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
    </AriaButton>
  );
}

type IconButtonProps = Omit<ButtonProps, 'className' | 'children'> & { icon: IconName; label: string };

export function IconButton({ icon, label, ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} aria-label={label} className="button button-icon">
      <Icon name={icon} />
    </AriaButton>
  );
}
