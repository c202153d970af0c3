// A checkbox with its words.
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components';
import { Icon } from './icon';

type Props = Omit<CheckboxProps, 'className' | 'children'> & { children: string };

export function Checkbox({ children, ...props }: Props) {
  return (
    <AriaCheckbox {...props} className="checkbox">
      <span className="checkbox-box"><Icon name="check" /></span>
      {children}
    </AriaCheckbox>
  );
}
