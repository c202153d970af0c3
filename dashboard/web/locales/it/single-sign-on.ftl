# L’accesso presso il fornitore di identità dell’organizzazione.

single-sign-on-title = Accedi con la sua organizzazione
single-sign-on-text = L’accesso della sua organizzazione chiede chi è, e riporta qui.
single-sign-on-action = Continua
single-sign-on-password = Accedi con la password
problem-no-single-sign-on = Nessuna organizzazione l’ha configurato per l’indirizzo. Acceda con la password.
problem-single-sign-on-required = La sua organizzazione chiede di accedere con essa, e non con una password.
problem-identity-provider-unavailable = L’accesso della sua organizzazione non è raggiungibile. Riprovi tra un momento.
