// Fields of a form: label above, help below, and the problem in words.
import {
  FieldError, Input, Label, Text, TextArea, TextField as AriaTextField, type TextFieldProps,
} from 'react-aria-components';

type Props = Omit<TextFieldProps, 'className' | 'children'> & {
  label: string;
  help?: string;
  placeholder?: string;
  lines?: number;
};

export function TextField({ label, help, placeholder, lines, ...props }: Props) {
  return (
    <AriaTextField {...props} className="field">
      <Label>{label}</Label>
      {lines ? <TextArea rows={lines} dir="auto" /> : <Input placeholder={placeholder} dir="auto" />}
      {help && <Text slot="description">{help}</Text>}
      <FieldError />
    </AriaTextField>
  );
}
