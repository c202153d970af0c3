# Aanmelden bij de identiteitsprovider van de organisatie.

single-sign-on-title = Aanmelden met uw organisatie
single-sign-on-text = De aanmelding van uw organisatie vraagt wie u bent en leidt hierheen terug.
single-sign-on-action = Verder
single-sign-on-password = Aanmelden met een wachtwoord
problem-no-single-sign-on = Geen organisatie heeft dit voor het adres ingesteld. Meld u aan met uw wachtwoord.
problem-single-sign-on-required = Uw organisatie vraagt u zich met haar aan te melden, niet met een wachtwoord.
problem-identity-provider-unavailable = De aanmelding van uw organisatie is niet bereikbaar. Probeer het straks opnieuw.
