# As próprias sessões.

sign-ins-lead = Onde tem sessão iniciada. Se não conhece alguma, termine-a e mude a palavra-passe.
sign-ins-end-all = Terminar sessão em todo o lado
sign-ins-end-all-title = Terminar sessão em todo o lado?
sign-ins-end-all-text = Todas as suas sessões terminam de imediato, esta também.
sign-in-program = Programa
sign-in-unknown = desconhecido
sign-in-began = Iniciada
sign-in-this = esta
sign-in-end = Terminar
password-change = Mudar a palavra-passe
password-current = Palavra-passe atual
password-new = Nova palavra-passe
password-new-help = Pelo menos 12 caracteres, difíceis de adivinhar.
password-changed = A palavra-passe mudou, e as suas outras sessões terminaram.
problem-password-changed = A palavra-passe foi mudada entretanto. Inicie sessão de novo.
