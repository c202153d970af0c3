// Fields of a form: label above, help below, and the problem in words.
import { useId } from 'react';
import {
  FieldError, Input, Label, Text, TextArea, TextField as AriaTextField, type TextFieldProps,
} from 'react-aria-components';
import { Suggestions } from './suggestions';

type Props = Omit<TextFieldProps, 'className' | 'children'> & {
  label: string;
  help?: string;
  placeholder?: string;
  lines?: number;
  /** What the browser offers while somebody types. */
  suggestions?: readonly string[];
};

export function TextField({ label, help, placeholder, lines, suggestions, ...props }: Props) {
  const list = useId();
  return (
    <AriaTextField {...props} className="field">
      <Label>{label}</Label>
      {lines ? <TextArea rows={lines} dir="auto" /> : <Input placeholder={placeholder} dir="auto" list={suggestions && list} />}
      {suggestions && <Suggestions id={list} values={suggestions} />}
      {help && <Text slot="description">{help}</Text>}
      <FieldError />
    </AriaTextField>
  );
}
