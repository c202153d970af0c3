// The organization's currency. It says the currency's name, so that a wrong code is seen before it is saved.
import { useState } from 'react';
import { TextField } from '../../parts/field';
import { useFormat } from '../../words/format';
import { useWords } from '../../words/words';

const currencies = Intl.supportedValuesOf('currency');

export function CurrencyField({ defaultValue }: { defaultValue: string }) {
  const { t } = useWords();
  const format = useFormat();
  const [currency, setCurrency] = useState(defaultValue);
  const code = currency.trim().toUpperCase();
  const isKnown = currencies.includes(code);
  return (
    <TextField
      label={t('settings-currency')}
      help={isKnown ? t('settings-currency-now', { currency: format.currency(code) }) : t('settings-currency-help')}
      name="currency"
      value={currency}
      onChange={setCurrency}
      suggestions={currencies}
      maxLength={3}
    />
  );
}
