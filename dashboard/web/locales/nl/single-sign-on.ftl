# Aanmelden bij de identiteitsprovider van de organisatie.

single-sign-on-title = Aanmelden met uw organisatie
single-sign-on-text = De aanmelding van uw organisatie vraagt wie u bent en leidt hierheen terug.
single-sign-on-action = Verder
single-sign-on-password = Aanmelden met een wachtwoord
problem-no-single-sign-on = Geen organisatie heeft dit voor het adres ingesteld. Meld u aan met uw wachtwoord.
problem-single-sign-on-required = Uw organisatie vraagt u zich met haar aan te melden, niet met een wachtwoord.
problem-identity-provider-unavailable = De aanmelding van uw organisatie is niet bereikbaar. Probeer het straks opnieuw.
problem-sign-in-ended = Deze aanmelding is al voltooid of verlopen. Begin opnieuw.
problem-email-not-verified = De aanmelding van uw organisatie bevestigt niet dat het e-mailadres van u is. Vraag een beheerder.
problem-domain-not-verified = Uw organisatie heeft het domein van uw e-mailadres niet geverifieerd. Vraag een beheerder.
problem-not-a-member = U bent geen lid van deze organisatie. Vraag een beheerder om een uitnodiging.
problem-member-removed = Een beheerder heeft u uit deze organisatie verwijderd. Vraag om een nieuwe uitnodiging.
problem-identity-differs = Iemand anders meldt zich met dit e-mailadres aan. Vraag een beheerder van uw organisatie.
problem-identity-provider-refused = De aanmelding van uw organisatie heeft u niet toegelaten. Probeer het opnieuw of vraag een beheerder.
problem-sign-up-closed = Hier kunnen geen nieuwe accounts worden gemaakt. Vraag een beheerder.
problem-identity-provider-unusable = De aanmelding van uw organisatie antwoordt niet zoals het hoort. Vraag een beheerder de instellingen te controleren.
problem-identity-provider-client-refused = { problem-identity-provider-unusable }
problem-id-token-refused = { problem-identity-provider-unusable }
problem-identity-provider-timeout = { problem-identity-provider-unavailable }
