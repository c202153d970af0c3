// What the law and good practice of today object to.
import { useTenant } from '../../api/tenant';
import { Loaded } from '../../parts/loaded';
import { Section } from '../../parts/section';
import { useWords } from '../../words/words';
import { Findings } from '../conversation/finish/findings';

export function ComplianceSection({ id }: { id: string }) {
  const { t } = useWords();
  const { api } = useTenant();
  const query = api.useQuery('get', '/v1/job-posts/{job_post_id}/compliance', { params: { path: { job_post_id: id } } });
  return (
    <Section title={t('job-post-compliance')} isCard>
      <Loaded query={query}>{(report) => <Findings findings={report.findings} />}</Loaded>
    </Section>
  );
}
