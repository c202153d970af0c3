// Exactly what the yes stands for: every field that will be published, and the hash that names this content.
import { useWords } from '../../../words/words';
import { FieldValue } from '../post/field-value';
import { allFields, isFilled } from '../state/fields';
import type { Session } from '../state/types';

export function ContentToConfirm({ session }: { session: Session }) {
  const { t } = useWords();
  const data = session.job_data;
  const fields = allFields.filter(({ name }) => isFilled(data, name));
  return (
    <section className="content-to-confirm" aria-label={t('finish-content')}>
      <h3>{t('finish-content')}</h3>
      <dl tabIndex={0} aria-label={t('finish-content')}>
        <div>
          <dt>{t('finish-company')}</dt>
          <dd><bdi>{session.company_name}</bdi></dd>
        </div>
        {fields.map((field) => (
          <div key={field.name}>
            <dt>{t(`field-${field.name.replaceAll('_', '-')}`)}</dt>
            <dd>
              <FieldValue field={field} data={data} />
              {field.name === 'notes' && <span className="soft">{t('finish-internal')}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="content-hash">
        {t('finish-hash')} <code dir="ltr" title={session.content_hash}>{session.content_hash.slice(0, 12)}</code>
      </p>
    </section>
  );
}
