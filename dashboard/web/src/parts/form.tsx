// The one form: fields, the problem of the last try, one button. A 422 puts its messages at the fields they are about.
import { useMemo, useState, type ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { asProblem, fieldErrors } from '../api/problem';
import { Button } from './button';
import { ProblemNotice } from './problem';

type Props = {
  /** Called with the form's values by the names of its fields. */
  onSubmit: (values: Record<string, string>) => void;
  action: string;
  isPending?: boolean;
  error?: unknown;
  children: ReactNode;
  secondary?: ReactNode;
};

export function Form({ onSubmit, action, isPending, error, children, secondary }: Props) {
  const problem = error == null ? undefined : asProblem(error);
  const { errors, isAboutFields, onInput } = useFieldErrors(error);
  return (
    <AriaForm
      className="form"
      validationErrors={errors}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(valuesOf(event.currentTarget));
      }}
    >
      {problem && !isAboutFields && <ProblemNotice error={problem} />}
      <div className="form-fields" onInput={onInput}>{children}</div>
      <div className="actions actions-end">
        {secondary}
        <Button kind="primary" type="submit" isPending={isPending}>{action}</Button>
      </div>
    </AriaForm>
  );
}

const NONE = {};

/** The messages go with the next key: when they went as the field is left, the button would move away under the pointer. */
function useFieldErrors(error: unknown) {
  const [edited, setEdited] = useState<unknown>();
  const messages = useMemo(() => (error == null ? NONE : fieldErrors(asProblem(error))), [error]);
  return {
    errors: edited === error ? NONE : messages,
    isAboutFields: Object.keys(messages).length > 0,
    onInput: () => setEdited(error),
  };
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
