// Why a job post has not arrived: the cause in words, and what the other system itself said.
import type { components } from '../../../generated/api';
import { Icon } from '../../parts/icon';
import { useNamed } from '../../words/words';

export function PublicationFault({ error }: { error: components['schemas']['PublicationError'] }) {
  const named = useNamed('publication-error');
  return (
    <div className="problem">
      <Icon name="warning" />
      <div>
        <p className="problem-text">{named(error.code)}</p>
        <p className="problem-id"><bdi>{error.detail}</bdi></p>
      </div>
    </div>
  );
}
