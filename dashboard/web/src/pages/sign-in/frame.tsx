// The sign-in page's frame: the form beside a look at what the product does.
import type { ReactNode } from 'react';
import { LanguageMenu } from '../../shell/language-menu';
import { Logo } from '../../shell/logo';
import { useWords } from '../../words/words';

export function SignInFrame({ children }: { children: ReactNode }) {
  return (
    <div className="sign-in">
      <main className="sign-in-form">
        <header>
          <Logo />
          <LanguageMenu />
        </header>
        <div className="sign-in-content">{children}</div>
      </main>
      <SignInPicture />
    </div>
  );
}

/** A conversation and the post that grows from it, drawn as decoration. */
function SignInPicture() {
  const { t } = useWords();
  return (
    <aside className="sign-in-picture" aria-hidden="true">
      <div className="sign-in-scene">
        <p className="bubble bubble-user">{t('sign-in-picture-message')}</p>
        <div className="sign-in-paper">
          <p className="sign-in-paper-title">{t('sign-in-picture-title')}</p>
          <dl>
            {['level', 'place', 'pay'].map((name) => (
              <div key={name}>
                <dt>{t(`sign-in-picture-${name}`)}</dt>
                <dd>{t(`sign-in-picture-${name}-value`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <p className="sign-in-claim">{t('sign-in-claim')}</p>
    </aside>
  );
}
