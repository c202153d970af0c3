// Deletes the job post, after asking.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { Confirm } from '../../parts/confirm';
import { Icon } from '../../parts/icon';
import { Menu } from '../../parts/menu';
import { useWords } from '../../words/words';

export function DeletePost({ id }: { id: string }) {
  const { t } = useWords();
  const { mode, organization } = useTenant();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const remove = useChange(
    (client) => client.DELETE('/v1/job-posts/{job_post_id}', { params: { path: { job_post_id: id } } }),
    {
      reads: ['/v1/job-posts'],
      onDone: () => void navigate({ to: '/$mode/$organization/job-posts', params: { mode, organization } }),
    },
  );
  return (
    <>
      <Menu
        label={t('conversation-more')}
        className="button button-icon"
        trigger={<Icon name="more" />}
        entries={[{ id: 'delete', text: t('delete'), icon: 'trash', isDanger: true }]}
        onAction={() => setAsking(true)}
      />
      {isAsking && (
        <Confirm
          title={t('job-post-delete-title')}
          text={t('job-post-delete-text')}
          action={t('delete')}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
          isPending={remove.isPending}
          error={remove.error}
        />
      )}
    </>
  );
}
