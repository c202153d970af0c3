// A group of settings with its own save button, which says when it has saved.
import type { ReactNode } from 'react';
import { Form } from '../../parts/form';
import { Section } from '../../parts/section';
import { useWords } from '../../words/words';
import type { useSave } from './use-save';

type Props = {
  title: string;
  lead?: string;
  save: ReturnType<typeof useSave>;
  onSubmit: (values: Record<string, string>) => void;
  children: ReactNode;
};

export function SettingsForm({ title, lead, save, onSubmit, children }: Props) {
  const { t } = useWords();
  return (
    <Section title={title} lead={lead} isCard>
      <Form
        action={t('save')}
        onSubmit={onSubmit}
        isPending={save.isPending}
        error={save.error}
        secondary={<span className="saved" role="status">{save.isSuccess && t('saved')}</span>}
      >
        {children}
      </Form>
    </Section>
  );
}
