// Live or test. The mode is part of the path, so each choice is a link to the same page in the other mode.
import { Link } from '@tanstack/react-router';
import { useTenant } from '../api/tenant';
import { useWords } from '../words/words';

export function ModeSwitch() {
  const { t } = useWords();
  const { mode, organization } = useTenant();
  return (
    <nav className="mode-switch" aria-label={t('mode')}>
      {(['live', 'test'] as const).map((choice) => (
        <Link
          key={choice}
          to="/$mode/$organization"
          params={{ mode: choice, organization }}
          aria-current={choice === mode ? 'true' : undefined}
          data-mode={choice}
          data-chosen={choice === mode || undefined}
        >
          {t(`mode-${choice}`)}
        </Link>
      ))}
    </nav>
  );
}

export function TestBanner() {
  const { t } = useWords();
  const { mode } = useTenant();
  if (mode === 'live') return null;
  return <p className="test-banner" role="note"><span>{t('test-banner')}</span></p>;
}
