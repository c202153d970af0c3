// Any number of choices: a group of checkboxes.
import { CheckboxGroup, FieldError, Label, Text } from 'react-aria-components';
import { Checkbox } from './checkbox';
import type { Option } from './select';

type Props = {
  label: string;
  /** The name that a 422 calls it by. */
  name: string;
  help?: string;
  options: Option[];
  value: string[];
  onChange: (value: string[]) => void;
  /** Whether at least one has to be chosen. */
  isRequired?: boolean;
};

export function Choices({ label, help, options, ...props }: Props) {
  return (
    <CheckboxGroup {...props} className="field choice-group">
      <Label>{label}</Label>
      {help && <Text slot="description">{help}</Text>}
      <div className="choice-group-options">
        {options.map(({ id, text }) => <Checkbox key={id} value={id}>{text}</Checkbox>)}
      </div>
      <FieldError />
    </CheckboxGroup>
  );
}
