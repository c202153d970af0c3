// The secret for the authenticator app: as a QR code for a phone beside, as a link for this device, as text to type.
import type { components } from '../../../generated/api';
import { Code } from '../../parts/copy';
import { QrCode } from '../../parts/qr-code';
import { useWords } from '../../words/words';

export function AppSecret({ enrolment }: { enrolment: components['schemas']['TotpEnrolment'] }) {
  const { t } = useWords();
  return (
    <div className="app-secret">
      <QrCode text={enrolment.uri} label={t('second-factor-qr')} />
      <div className="app-secret-text">
        <p>{t('second-factor-scan')}</p>
        <p><a href={enrolment.uri}>{t('second-factor-open')}</a></p>
        <Code label={t('second-factor-secret')} text={enrolment.secret} shown={inGroups(enrolment.secret)} />
      </div>
    </div>
  );
}

/** Four letters a group, as people read and type them. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
