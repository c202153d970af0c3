# De eigen aanmeldingen.

sign-ins-lead = Waar u aangemeld bent. Kent u er een niet, beëindig die en wijzig uw wachtwoord.
sign-ins-end-all = Overal afmelden
sign-ins-end-all-title = Overal afmelden?
sign-ins-end-all-text = Al uw aanmeldingen eindigen meteen, deze ook.
sign-in-program = Programma
sign-in-unknown = onbekend
sign-in-began = Aangemeld
sign-in-this = deze
sign-in-end = Afmelden
password-change = Wachtwoord wijzigen
password-current = Huidig wachtwoord
password-new = Nieuw wachtwoord
password-new-help = Minstens 12 tekens, niet makkelijk te raden.
password-changed = Het wachtwoord is gewijzigd, en uw andere aanmeldingen zijn beëindigd.
problem-password-changed = Het wachtwoord is intussen gewijzigd. Meld u opnieuw aan.
