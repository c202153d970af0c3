// What can be done with the post as a whole: undo, history, finish.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTenant } from '../../../api/tenant';
import { Button } from '../../../parts/button';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';

const route = getRouteApi('/$mode/$organization/conversations/$session');

export function PostActions({ onFinish }: { onFinish: () => void }) {
  const { t } = useWords();
  const { conversation, editing, mayWrite } = useConversationPage();
  const navigate = route.useNavigate();
  const { version, is_complete: isComplete } = conversation.session;
  const { jobPost } = conversation;

  function openHistory() {
    void navigate({ search: (search) => ({ ...search, side: 'post', version }) });
  }

  return (
    <div className="post-actions">
      {mayWrite && (
        <Button kind="quiet" icon="undo" onPress={() => editing.undo()} isDisabled={version === 0}>
          {t('conversation-undo')}
        </Button>
      )}
      <Button kind="quiet" icon="history" onPress={openHistory} isDisabled={version === 0}>
        {t('conversation-history')}
      </Button>
      {isComplete && jobPost && <JobPostLink id={jobPost.id} />}
      {mayWrite && !isComplete && (
        <Button kind="primary" icon="check" onPress={onFinish}>{t('conversation-finish')}</Button>
      )}
    </div>
  );
}

function JobPostLink({ id }: { id: string }) {
  const { t } = useWords();
  const { mode, organization } = useTenant();
  return (
    <Link
      className="button button-primary"
      to="/$mode/$organization/job-posts/$jobPost"
      params={{ mode, organization, jobPost: id }}
    >
      {t('finished-open')}
    </Link>
  );
}
