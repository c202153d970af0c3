// The time zone of the organization. It says what time it is there, so that a wrong one is seen before it is saved.
import { useState } from 'react';
import { TextField } from '../../parts/field';
import { useFormat } from '../../words/format';
import { isKnown } from '../../words/time-zone';
import { useWords } from '../../words/words';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export function TimeZoneField({ defaultValue }: { defaultValue: string }) {
  const { t } = useWords();
  const format = useFormat();
  const [zone, setZone] = useState(defaultValue);
  const name = zone.trim();
  const isZone = name !== '' && isKnown(name);
  return (
    <TextField
      label={t('settings-time-zone')}
      help={isZone ? t('settings-time-zone-now', { time: format.now(name) }) : t('settings-time-zone-help')}
      name="time_zone"
      value={zone}
      onChange={setZone}
      suggestions={zones}
      isRequired
    />
  );
}
