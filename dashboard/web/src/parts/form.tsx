// The one form: fields, the problem of the last try, one button. A 422 puts its messages at the fields they are about.
import type { ReactNode } from 'react';
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
  const errors = fieldErrors(problem);
  const isAboutFields = Object.keys(errors).length > 0;
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
      {children}
      <div className="actions actions-end">
        {secondary}
        <Button kind="primary" type="submit" isPending={isPending}>{action}</Button>
      </div>
    </AriaForm>
  );
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
