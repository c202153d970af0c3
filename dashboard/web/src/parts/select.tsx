// A choice of one from a few, as a form field or as a filter.
import {
  Button, FieldError, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, type SelectProps,
} from 'react-aria-components';
import { Icon } from './icon';

export type Option = { id: string; text: string };

type Props = Omit<SelectProps<Option>, 'className' | 'children'> & { label: string; options: Option[] };

export function Select({ label, options, ...props }: Props) {
  return (
    <AriaSelect {...props} className="field select">
      <Label>{label}</Label>
      <Button className="select-button">
        <SelectValue />
        <Icon name="chevron" />
      </Button>
      <FieldError />
      <Popover className="popover">
        <ListBox className="menu" items={options}>
          {(option) => <ListBoxItem className="menu-item" id={option.id} textValue={option.text}>{option.text}</ListBoxItem>}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
