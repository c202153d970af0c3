# I propri accessi.

sign-ins-lead = Dove ha effettuato l’accesso. Se non ne riconosce uno, lo chiuda e cambi la password.
sign-ins-end-all = Esci ovunque
sign-ins-end-all-title = Uscire ovunque?
sign-ins-end-all-text = Tutti i suoi accessi finiscono subito, anche questo.
sign-in-program = Programma
sign-in-unknown = sconosciuto
sign-in-began = Accesso
sign-in-this = questo
sign-in-end = Esci
password-change = Cambia la password
password-current = Password attuale
password-new = Nuova password
password-new-help = Almeno 12 caratteri, difficili da indovinare.
password-changed = La password è cambiata, e gli altri suoi accessi sono finiti.
problem-password-changed = La password è stata cambiata nel frattempo. Acceda di nuovo.
