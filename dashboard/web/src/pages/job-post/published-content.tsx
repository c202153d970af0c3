// The content, word for word as it was published.
import type { components } from '../../../generated/api';
import { useWords } from '../../words/words';
import { FieldValue } from '../conversation/post/field-value';
import { allFields, isFilled } from '../conversation/state/fields';

export function PublishedContent({ post }: { post: components['schemas']['JobPost'] }) {
  const { t } = useWords();
  const fields = allFields.filter(({ name }) => name !== 'title' && isFilled(post.content, name));
  return (
    <article className="published">
      <p className="published-company"><bdi>{post.company_name}</bdi></p>
      <p className="published-title" dir="auto">{post.content.title}</p>
      <dl>
        {fields.map((field) => (
          <div key={field.name}>
            <dt>{t(`field-${field.name.replaceAll('_', '-')}`)}</dt>
            <dd><FieldValue field={field} data={post.content} /></dd>
          </div>
        ))}
      </dl>
      <p className="content-hash">
        {t('finish-hash')} <code dir="ltr" title={post.content_hash}>{post.content_hash.slice(0, 12)}</code>
      </p>
    </article>
  );
}
