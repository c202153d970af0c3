// The history as a slider over the versions, with what each change was; a version can be restored or begun anew from.
import { getRouteApi } from '@tanstack/react-router';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTenant } from '../../../api/tenant';
import { Button, IconButton } from '../../../parts/button';
import { RelativeTime } from '../../../parts/time';
import { useNamed, useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { useFork } from '../use-fork';

const route = getRouteApi('/$mode/$organization/conversations/$session');

export function HistoryBar({ version }: { version: number }) {
  const { t } = useWords();
  const { conversation, editing, mayWrite } = useConversationPage();
  const navigate = route.useNavigate();
  const { fork } = useFork();
  const latest = conversation.session.version;
  const change = useChange(conversation.session.id, version);

  function show(next: number | undefined) {
    void navigate({ search: (search) => ({ ...search, version: next }), replace: true });
  }

  async function restore() {
    if (await editing.restore(version)) show(undefined);
  }

  return (
    <div className="post-actions history-bar" role="group" aria-label={t('conversation-history')}>
      <div className="history-line">
        <IconButton icon="back" label={t('history-earlier')} onPress={() => show(version - 1)} isDisabled={version <= 0} />
        <Slider
          className="slider"
          aria-label={t('history-version')}
          minValue={0}
          maxValue={latest}
          value={version}
          onChange={(next) => show(next as number)}
        >
          <SliderTrack className="slider-track"><SliderThumb className="slider-thumb" /></SliderTrack>
        </Slider>
        <IconButton icon="forward" label={t('history-later')} onPress={() => show(version + 1)} isDisabled={version >= latest} />
      </div>
      <p className="history-what">
        <span>{t('history-of', { version, latest })}</span>
        {change && <span><ChangeKind kind={change.kind} /> · <RelativeTime value={change.created_at} /></span>}
      </p>
      <div className="actions">
        <Button kind="quiet" onPress={() => show(undefined)}>{t('close')}</Button>
        {mayWrite && <Button icon="fork" onPress={() => fork(change?.turn_id)}>{t('conversation-fork')}</Button>}
        {mayWrite && (
          <Button kind="primary" onPress={restore} isDisabled={version === latest} isPending={editing.isPending}>
            {t('history-restore')}
          </Button>
        )}
      </div>
    </div>
  );
}

function ChangeKind({ kind }: { kind: string }) {
  return useNamed('change')(kind);
}

function useChange(session: string, version: number) {
  const { api } = useTenant();
  const changes = api.useQuery('get', '/v1/sessions/{session_id}/changes', {
    params: { path: { session_id: session }, query: { limit: 100 } },
  });
  return changes.data?.items.find((change) => change.version === version);
}
