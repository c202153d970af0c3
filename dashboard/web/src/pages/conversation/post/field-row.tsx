// A field: its name, its value, what the value rests on, and the way to change it.
import { useEffect, useState } from 'react';
import { IconButton } from '../../../parts/button';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { useMarking } from '../marks';
import { isFilled, type Field } from '../state/fields';
import { valuesOfField } from '../state/words-of-fields';
import { Basis } from './basis';
import { ConflictNotice } from './conflict-notice';
import { FieldEditor } from './field-editor';
import { FieldValue } from './field-value';
import { Suggestion } from './suggestion';

type Props = { field: Field; startsEditing: boolean; onEdited: () => void };

export function FieldRow({ field, startsEditing, onEdited }: Props) {
  const { t } = useWords();
  const { conversation, editing, mayWrite } = useConversationPage();
  const { isActive, handlers } = useMarking([field.name]);
  const [isEditing, setEditing] = useState(startsEditing);
  const isChanged = useRecently(conversation.changed.includes(field.name), conversation.session.version);
  const data = conversation.session.job_data;
  const label = t(`field-${field.name.replaceAll('_', '-')}`);
  const values = valuesOfField(conversation.provenance, field.name);
  const hasConflict = editing.conflict?.name === field.name;

  function stopEditing() {
    setEditing(false);
    onEdited();
    // The editor that had the focus is gone; its row is where the person goes on.
    requestAnimationFrame(() => document.getElementById(`field-${field.name}`)?.focus());
  }

  /** For a pointer the value itself is the button; keyboards have the one beside it. */
  function editOnClick() {
    const isSelecting = getSelection()?.isCollapsed === false;
    if (mayWrite && !isEditing && !hasConflict && !isSelecting) setEditing(true);
  }

  return (
    <div
      className="field-row"
      id={`field-${field.name}`}
      tabIndex={-1}
      data-name={field.name}
      data-active={isActive || undefined}
      data-changed={isChanged || undefined}
      {...handlers}
    >
      <dt>{label}</dt>
      <dd>
        {hasConflict && <ConflictNotice field={field} onDone={stopEditing} />}
        {isEditing && !hasConflict && <FieldEditor field={field} label={label} onDone={stopEditing} />}
        {!isEditing && !hasConflict && (
          <>
            {isFilled(data, field.name)
              ? <span className="field-value" onClick={editOnClick}><FieldValue field={field} data={data} /></span>
              : <Suggestion field={field} />}
            <Basis values={values.filter(({ basis }) => basis !== 'assumed')} />
          </>
        )}
      </dd>
      {mayWrite && !isEditing && !hasConflict && (
        <dd className="field-edit">
          <IconButton icon="edit" label={t('conversation-edit', { field: label })} onPress={() => setEditing(true)} />
        </dd>
      )}
    </div>
  );
}

/** True for a while after a change, so that the eye finds it. */
function useRecently(isChanged: boolean, version: number): boolean {
  const [shown, setShown] = useState<number | null>(null);
  useEffect(() => {
    if (!isChanged) return;
    setShown(version);
    const timer = setTimeout(() => setShown(null), 4000);
    return () => clearTimeout(timer);
  }, [isChanged, version]);
  return shown === version;
}
