// The post: what it says so far, what it still needs, its history, and its end.
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemNotice } from '../../../parts/problem';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { FinishDialog } from '../finish/finish-dialog';
import { fieldsToShow, filledCount, mainFields, type FieldName } from '../state/fields';
import { AddField } from './add-field';
import { FieldRow } from './field-row';
import { HistoryBar } from './history-bar';
import { PostActions } from './post-actions';
import { FieldBar } from '../../../parts/field-bar';
import { StillNeeded } from './still-needed';
import { VersionPreview } from './version-preview';

const route = getRouteApi('/$mode/$organization/conversations/$session');

export function PostSide() {
  const { t } = useWords();
  const { version } = route.useSearch();
  const { conversation, editing, required } = useConversationPage();
  const { job_data: data, company_name: company, suggestions } = conversation.session;
  const [added, setAdded] = useState<FieldName[]>([]);
  const [isFinishing, setFinishing] = useState(false);
  const wanted = [...required, ...added, ...Object.keys(suggestions ?? {})];
  const isPreview = version !== undefined;
  return (
    <section className="post" aria-label={t('conversation-post')}>
      <div className="post-scroll" tabIndex={0} role="region" aria-label={t('conversation-post-text')}>
        <article className="paper">
          <header className="paper-header">
            <p className="paper-company"><bdi>{company}</bdi></p>
            <FieldBar filled={filledCount(data)} of={mainFields.length} />
          </header>
          {editing.problem && <ProblemNotice error={editing.problem} />}
          {isPreview && <VersionPreview version={version} />}
          {!isPreview && (
            <dl className="post-fields">
              {fieldsToShow(data, wanted).map((field) => (
                <FieldRow
                  key={field.name}
                  field={field}
                  startsEditing={added.includes(field.name)}
                  onEdited={() => setAdded(added.filter((name) => name !== field.name))}
                />
              ))}
            </dl>
          )}
          {!isPreview && filledCount(data) === 0 && <EmptyPaper />}
          {!isPreview && <AddField shown={fieldsToShow(data, wanted)} onAdd={(name) => setAdded([...added, name])} />}
        </article>
        {!isPreview && <StillNeeded />}
      </div>
      {isPreview ? <HistoryBar version={version} /> : <PostActions onFinish={() => setFinishing(true)} />}
      {isFinishing && <FinishDialog onClose={() => setFinishing(false)} />}
    </section>
  );
}

/** What a post looks like before anything is said: lines that wait. */
function EmptyPaper() {
  const { t } = useWords();
  return (
    <div className="empty-paper">
      <p>{t('conversation-empty')}</p>
      <div aria-hidden="true"><i /><i /><i /><i /></div>
    </div>
  );
}
