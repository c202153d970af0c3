// Sign-in with e-mail and password, and a code where the account has an authenticator app.
import { createRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { publicClient } from '../../api/client';
import { announceSignIn } from '../../api/scope';
import { asProblem, type Problem } from '../../api/problem';
import { TextField } from '../../parts/field';
import { Form } from '../../parts/form';
import { usePageHeading } from '../../parts/page';
import { rootRoute } from '../../root-route';
import { useWords } from '../../words/words';
import { SignInFrame } from './frame';
import { asTarget } from './target';

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: asTarget(search.next) }),
  component: SignIn,
});

function SignIn() {
  const { t } = useWords();
  const { next } = signInRoute.useSearch();
  const navigate = useNavigate();
  const heading = usePageHeading(t('sign-in-title'));
  const [problem, setProblem] = useState<Problem>();
  const [isPending, setPending] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);

  async function submit({ email = '', password = '', code }: Record<string, string>) {
    setPending(true);
    const { error } = await publicClient.POST('/v1/auth/browser/sign-in', { body: { email, password, code } });
    setPending(false);
    if (!error) {
      announceSignIn();
      return navigate({ href: next ?? '/', replace: true });
    }
    const asked = asProblem(error).code === 'second_factor_required';
    setNeedsCode(needsCode || asked);
    setProblem(asked ? undefined : asProblem(error));
  }

  return (
    <SignInFrame>
      <h1 ref={heading} tabIndex={-1}>{t('sign-in-title')}</h1>
      <Form action={t('sign-in-action')} onSubmit={submit} isPending={isPending} error={problem}>
        <TextField label={t('email')} name="email" type="email" autoComplete="username" autoFocus isRequired />
        <TextField label={t('password')} name="password" type="password" autoComplete="current-password" isRequired />
        {needsCode && (
          <TextField label={t('code')} name="code" autoComplete="one-time-code" help={t('code-help')} autoFocus isRequired />
        )}
      </Form>
    </SignInFrame>
  );
}
