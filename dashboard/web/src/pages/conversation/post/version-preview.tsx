// An earlier version of the post, to read; what is different today is marked.
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { fieldsToShow, isFilled } from '../state/fields';
import { dataOfVersion } from '../state/patch';
import { FieldValue } from './field-value';

export function VersionPreview({ version }: { version: number }) {
  const { t } = useWords();
  const { conversation } = useConversationPage();
  const now = conversation.session.job_data;
  const data = dataOfVersion(conversation.history, version);
  return (
    <dl className="post-fields" data-preview>
      {fieldsToShow(data, Object.keys(now).filter((name) => isFilled(now, name as never))).map((field) => (
        <div
          key={field.name}
          className="field-row"
          data-name={field.name}
          data-different={JSON.stringify(data[field.name]) !== JSON.stringify(now[field.name]) || undefined}
        >
          <dt>{t(`field-${field.name.replaceAll('_', '-')}`)}</dt>
          <dd>
            {isFilled(data, field.name)
              ? <FieldValue field={field} data={data} />
              : <span className="field-missing">{t('conversation-missing')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
