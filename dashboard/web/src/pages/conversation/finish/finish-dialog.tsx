// Finishing: what the law and good practice object to first, then exactly what will be published, then the yes.
import { useState } from 'react';
import { newKey } from '../../../api/idempotency';
import { asProblem, type Problem } from '../../../api/problem';
import { useTenant } from '../../../api/tenant';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import { Loading } from '../../../parts/loading';
import { ProblemNotice } from '../../../parts/problem';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { neededFields } from '../state/fields';
import { Findings } from './findings';
import { Finished, type FinishedPost } from './finished';
import { ContentToConfirm } from './content';
import { NotReady } from './not-ready';

export function FinishDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { api, client } = useTenant();
  const { conversation, required } = useConversationPage();
  const { session } = conversation;
  // The yes is to what was shown when the dialog opened, whatever happens meanwhile.
  const [shown, setShown] = useState(session);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, setPending] = useState(false);
  const [finished, setFinished] = useState<FinishedPost | null>(null);
  const path = { session_id: session.id };
  const compliance = api.useQuery(
    'get', '/v1/sessions/{session_id}/compliance', { params: { path } }, { staleTime: 0, gcTime: 0 },
  );
  const hasMoved = session.content_hash !== shown.content_hash && !finished;
  const missing = neededFields(shown.job_data, required);
  const findings = compliance.data?.findings ?? [];
  const isBlocked = hasMoved || missing.length > 0 || findings.some(({ severity }) => severity === 'blocker');

  async function finish() {
    setPending(true);
    setProblem(null);
    const { data, error } = await client.POST('/v1/sessions/{session_id}/finalize', {
      params: { path, header: { 'Idempotency-Key': newKey() } },
      body: { content_hash: shown.content_hash },
    });
    setPending(false);
    if (data) setFinished(data);
    else setProblem(asProblem(error));
  }

  if (finished) return <Finished post={finished} onClose={onClose} />;
  return (
    <Dialog title={t('finish-title')} onClose={onClose} size="wide">
      {problem && <ProblemNotice error={problem} />}
      {missing.length > 0 && <NotReady fields={missing} onClose={onClose} />}
      {compliance.isPending ? <Loading /> : <Findings findings={findings} />}
      {hasMoved && (
        <div className="note" role="alert">
          <p>{t('finish-moved')}</p>
          <Button onPress={() => setShown(session)}>{t('finish-show-current')}</Button>
        </div>
      )}
      <ContentToConfirm session={shown} />
      <div className="actions actions-end dialog-actions">
        <Button onPress={onClose}>{t('finish-not-yet')}</Button>
        <Button kind="primary" onPress={finish} isPending={isPending} isDisabled={isBlocked}>
          {t('finish-yes')}
        </Button>
      </div>
    </Dialog>
  );
}
