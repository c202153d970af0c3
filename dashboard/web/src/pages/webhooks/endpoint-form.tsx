// Creates or changes an endpoint: address, what it is for, and the events that it asks for.
import { useState } from 'react';
import { Choices } from '../../parts/choices';
import { TextField } from '../../parts/field';
import { FormDialog } from '../../parts/form-dialog';
import { useWords } from '../../words/words';
import type { Endpoint } from './endpoint-status';
import { eventTypes } from './event-types';

export type EndpointInput = { url: string; description: string; event_types: string[] };

type Props = {
  endpoint?: Endpoint;
  onSubmit: (input: EndpointInput) => void;
  onClose: () => void;
  isPending: boolean;
  error: unknown;
};

export function EndpointForm({ endpoint, onSubmit, ...dialog }: Props) {
  const { t } = useWords();
  const [types, setTypes] = useState<string[]>(endpoint?.event_types ?? []);
  return (
    <FormDialog
      {...dialog}
      title={t(endpoint ? 'webhook-edit' : 'webhook-create')}
      action={t(endpoint ? 'save' : 'create')}
      size="wide"
      onSubmit={({ url = '', description = '' }) => onSubmit({ url, description, event_types: types })}
    >
      <TextField label={t('webhook-url')} name="url" type="url" defaultValue={endpoint?.url} help={t('webhook-url-help')} isRequired autoFocus />
      <TextField label={t('webhook-description')} name="description" defaultValue={endpoint?.description} maxLength={500} />
      <Choices
        name="event_types"
        label={t('webhook-events')}
        help={t('webhook-events-help')}
        options={eventTypes.map((id) => ({ id, text: id }))}
        value={types}
        onChange={setTypes}
      />
    </FormDialog>
  );
}
