// One conversation: the talk, and the post that grows from it.
import { createRoute } from '@tanstack/react-router';
import { isProblem } from '../../api/problem';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemNotice } from '../../parts/problem';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import type { Side } from './side-widths';
import { ConversationView } from './view';
import { useConversation } from './use-conversation';

/** The side shown on a small screen, the one with more room on a large screen, and the version that is previewed. */
type Search = { side?: 'post'; wide?: Side; version?: number };

export const conversationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conversations/$session',
  validateSearch: (search: Record<string, unknown>): Search => ({
    side: search.side === 'post' ? 'post' : undefined,
    wide: search.wide === 'talk' || search.wide === 'post' ? search.wide : undefined,
    version: typeof search.version === 'number' && search.version >= 0 ? search.version : undefined,
  }),
  component: ConversationRoute,
});

function ConversationRoute() {
  const { session } = conversationRoute.useParams();
  return <LoadedConversation id={session} key={session} />;
}

function LoadedConversation({ id }: { id: string }) {
  const { t } = useWords();
  const { conversation, error, refetch, change, connection } = useConversation(id);
  const isGone = isProblem(error) && error.status === 404;
  if (conversation && !isGone) return <ConversationView conversation={conversation} change={change} connection={connection} />;
  return (
    <Page title={t('conversation')}>
      {error ? <ProblemNotice error={error} onRetry={refetch} /> : <Loading />}
    </Page>
  );
}
