// The person: own sign-ins, authenticator app, the key for search, theme, sign out.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem, type Problem } from '../api/problem';
import { announceSignIn, useTenant } from '../api/tenant';
import { Menu } from '../parts/menu';
import { ProblemNotice } from '../parts/problem';
import { useSearchKeySetting } from '../parts/search-key';
import { useWords } from '../words/words';
import { themes, useTheme, type Theme } from './theme';

const pages = {
  'sign-ins': '/$mode/$organization/sign-ins',
  'second-factor': '/$mode/$organization/second-factor',
} as const;

export function PersonMenu() {
  const { t } = useWords();
  const { me, client, mode, organization } = useTenant();
  const navigate = useNavigate();
  const [hasSearchKey, turnSearchKey] = useSearchKeySetting();
  const [problem, setProblem] = useState<Problem>();
  const name = me.name ?? me.email ?? '';

  async function signOut() {
    const { error } = await client.POST('/v1/auth/browser/sign-out');
    // 401: the login has ended already. Otherwise the cookie is still valid, and the page must not look as if it were not.
    if (error && asProblem(error).status !== 401) return setProblem(asProblem(error));
    announceSignIn();
    location.assign('/app/sign-in');
  }

  function act(id: string) {
    if (id === 'sign-out') void signOut();
    else if (id === 'search-key') turnSearchKey(!hasSearchKey);
    else void navigate({ to: pages[id as keyof typeof pages], params: { mode, organization } });
  }

  return (
    <>
      {problem && <ProblemNotice error={problem} />}
      <Menu
        label={t('person-menu', { name })}
        className="person-button"
        trigger={<span className="avatar" aria-hidden="true" data-initials={initials(name)} />}
        entries={[
          { id: 'sign-ins', text: t('nav-sign-ins'), icon: 'clock' },
          { id: 'second-factor', text: t('nav-second-factor'), icon: 'key' },
          { id: 'search-key', text: t(hasSearchKey ? 'search-key-turn-off' : 'search-key-turn-on'), icon: 'search' },
          { id: 'sign-out', text: t('sign-out'), icon: 'forward' },
        ]}
        onAction={act}
      />
    </>
  );
}

export function ThemeMenu() {
  const { t } = useWords();
  const [theme, choose] = useTheme();
  return (
    <Menu
      label={t('theme')}
      className="button button-icon"
      trigger={<ThemeIcon />}
      entries={themes.map((id) => ({ id, text: t(`theme-${id}`) }))}
      selected={theme}
      onAction={(id) => choose(id as Theme)}
    />
  );
}

function ThemeIcon() {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="6.5" />
      <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
    </svg>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('').toUpperCase();
}
