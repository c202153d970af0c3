// New recovery codes, which are shown only once.
import { saveFile } from '../../api/download';
import { Button } from '../../parts/button';
import { Code } from '../../parts/copy';
import { useWords } from '../../words/words';

export function RecoveryCodes({ codes, onStored }: { codes: string[]; onStored: () => void }) {
  const { t } = useWords();
  const text = codes.join('\n');
  const save = () => saveFile('postwright-recovery-codes.txt', new Blob([`${text}\n`], { type: 'text/plain' }));
  return (
    <div className="recovery-codes">
      <p className="note" role="status">{t('recovery-codes-text')}</p>
      <Code label={t('recovery-codes')} text={text} />
      <div className="actions actions-end">
        <Button icon="download" onPress={save}>{t('recovery-codes-save')}</Button>
        <Button kind="primary" onPress={onStored}>{t('secret-stored')}</Button>
      </div>
    </div>
  );
}
