// The job post as files.
import { useState } from 'react';
import { saveFile } from '../../api/download';
import { useTenant } from '../../api/tenant';
import { Button } from '../../parts/button';
import { ProblemNotice } from '../../parts/problem';
import { Section } from '../../parts/section';
import { useWords } from '../../words/words';

const formats = [
  { format: 'json-ld', name: 'JSON-LD', ending: 'jsonld' },
  { format: 'html', name: 'HTML', ending: 'html' },
  { format: 'markdown', name: 'Markdown', ending: 'md' },
  { format: 'text', name: 'TXT', ending: 'txt' },
] as const;

type Format = (typeof formats)[number];

export function FilesSection({ id, title }: { id: string; title?: string }) {
  const { t } = useWords();
  const { client } = useTenant();
  const [error, setError] = useState<unknown>();

  async function download({ format, ending }: Format) {
    const { data, error: refused } = await client.GET(`/v1/job-posts/{job_post_id}/exports/${format}`, {
      params: { path: { job_post_id: id } },
      parseAs: 'blob',
    });
    setError(refused);
    if (data) saveFile(`${fileName(title)}.${ending}`, data as unknown as Blob);
  }

  return (
    <Section title={t('job-post-files')} isCard>
      {error != null && <ProblemNotice error={error} />}
      <div className="actions">
        {formats.map((format) => (
          <Button key={format.format} icon="download" onPress={() => void download(format)}>{format.name}</Button>
        ))}
      </div>
    </Section>
  );
}

/** The title as a name of a file, in any script. */
function fileName(title = ''): string {
  return title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase() || 'job-post';
}
