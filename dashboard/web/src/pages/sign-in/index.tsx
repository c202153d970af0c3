// Sign-in with e-mail and password, and a code where the account has an authenticator app.
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { publicClient } from '../../api/client';
import type { Problem } from '../../api/problem';
import { TextField } from '../../parts/field';
import { Form } from '../../parts/form';
import { usePageHeading } from '../../parts/page';
import { rootRoute } from '../../root-route';
import { useWords } from '../../words/words';
import { beginSignIn } from './begin-sign-in';
import { SignInFrame } from './frame';
import { linkFaults, type LinkFault } from './open-link';
import { asTarget } from './target';

/** The page to go on to, and why a one-time link did not sign in. */
type Search = { next?: string; link?: LinkFault };

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): Search => ({
    next: asTarget(search.next),
    link: linkFaults.find((fault) => fault === search.link),
  }),
  component: SignIn,
});

function SignIn() {
  const { t } = useWords();
  const { next, link } = signInRoute.useSearch();
  const navigate = useNavigate();
  const heading = usePageHeading(t('sign-in-title'));
  const [problem, setProblem] = useState<Problem>();
  const [isPending, setPending] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);

  async function submit({ email = '', password = '', code }: Record<string, string>) {
    setPending(true);
    const refused = await beginSignIn(() => publicClient.POST('/v1/auth/browser/sign-in', { body: { email, password, code } }));
    setPending(false);
    if (!refused) return navigate({ href: next ?? '/', replace: true });
    const isAsking = refused.code === 'second_factor_required';
    setNeedsCode(needsCode || isAsking);
    setProblem(isAsking ? undefined : refused);
  }

  return (
    <SignInFrame>
      <h1 ref={heading} tabIndex={-1}>{t('sign-in-title')}</h1>
      {link && <p className="note" role="status">{t(`sign-in-link-${link}`)}</p>}
      <Form action={t('sign-in-action')} onSubmit={submit} isPending={isPending} error={problem}>
        <TextField label={t('email')} name="email" type="email" autoComplete="username" autoFocus isRequired />
        <TextField label={t('password')} name="password" type="password" autoComplete="current-password" isRequired />
        {needsCode && (
          <TextField label={t('code')} name="code" autoComplete="one-time-code" help={t('code-help')} autoFocus isRequired />
        )}
      </Form>
      <Link to="/single-sign-on" search={{ next }}>{t('single-sign-on-title')}</Link>
    </SignInFrame>
  );
}
