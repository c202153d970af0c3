// After the yes: where the post is, whether it has been delivered, and its files.
import { Link } from '@tanstack/react-router';
import { saveFile } from '../../../api/download';
import { useTenant } from '../../../api/tenant';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import { Icon } from '../../../parts/icon';
import { useWords } from '../../../words/words';
import type { components } from '../../../../generated/api';
import { useConversationPage } from '../context';

export type FinishedPost = components['schemas']['JobPost'];

export function Finished({ post, onClose }: { post: FinishedPost; onClose: () => void }) {
  const { t } = useWords();
  const { client, mode, organization } = useTenant();

  async function download() {
    const { data } = await client.GET('/v1/job-posts/{job_post_id}/exports/json-ld', {
      params: { path: { job_post_id: post.id } },
      parseAs: 'blob',
    });
    if (data) saveFile(`job-post-${post.id}.jsonld`, data as unknown as Blob);
  }

  return (
    <Dialog title={t('finished-title')} onClose={onClose}>
      <div className="finished">
        <span className="empty-icon"><Icon name="check" /></span>
        <p>{t('finished-text', { revision: post.revision })}</p>
        <DeliveryState wanted={post.publication !== undefined} />
      </div>
      <div className="actions actions-end">
        <Button icon="download" onPress={download}>{t('finished-download')}</Button>
        <Link
          className="button button-primary"
          to="/$mode/$organization/job-posts/$jobPost"
          params={{ mode, organization, jobPost: post.id }}
        >
          {t('finished-open')}
        </Link>
      </div>
    </Dialog>
  );
}

function DeliveryState({ wanted }: { wanted: boolean }) {
  const { t } = useWords();
  const { publication } = useConversationPage().conversation;
  if (!wanted) return null;
  return <p className="soft" role="status">{t(`finished-${publication?.status ?? 'delivering'}`)}</p>;
}
