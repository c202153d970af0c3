# L’accesso presso il fornitore di identità dell’organizzazione.

single-sign-on-title = Accedi con la sua organizzazione
single-sign-on-text = L’accesso della sua organizzazione chiede chi è, e riporta qui.
single-sign-on-action = Continua
single-sign-on-password = Accedi con la password
problem-no-single-sign-on = Nessuna organizzazione l’ha configurato per l’indirizzo. Acceda con la password.
problem-single-sign-on-required = La sua organizzazione chiede di accedere con essa, e non con una password.
problem-identity-provider-unavailable = L’accesso della sua organizzazione non è raggiungibile. Riprovi tra un momento.
problem-sign-in-ended = Questo accesso è già stato completato o è scaduto. Cominci di nuovo.
problem-email-not-verified = L’accesso della sua organizzazione non conferma che l’indirizzo e-mail sia suo. Si rivolga a un amministratore.
problem-domain-not-verified = La sua organizzazione non ha verificato il dominio del suo indirizzo e-mail. Si rivolga a un amministratore.
problem-not-a-member = Non è membro di questa organizzazione. Chieda un invito a un amministratore.
problem-member-removed = Un amministratore l’ha rimossa da questa organizzazione. Chieda un nuovo invito.
problem-identity-differs = Un’altra persona accede con questo indirizzo e-mail. Si rivolga a un amministratore della sua organizzazione.
problem-identity-provider-refused = L’accesso della sua organizzazione non le ha permesso di entrare. Riprovi, o si rivolga a un amministratore.
problem-sign-up-closed = Qui non si possono creare nuovi account. Si rivolga a un amministratore.
problem-identity-provider-unusable = L’accesso della sua organizzazione non risponde come dovrebbe. Chieda a un amministratore di controllarne la configurazione.
problem-identity-provider-client-refused = { problem-identity-provider-unusable }
problem-id-token-refused = { problem-identity-provider-unusable }
problem-identity-provider-timeout = { problem-identity-provider-unavailable }
