# Início de sessão.

sign-in-title = Iniciar sessão
sign-in-action = Iniciar sessão
email = E-mail
password = Palavra-passe
code = Código da sua aplicação de autenticação
code-help = Seis algarismos, ou um dos seus códigos de recuperação.
sign-in-link-used = Esta ligação já foi usada, ou é demasiado antiga. Inicie sessão com o e-mail e a palavra-passe.
sign-in-link-second-factor = A sua conta tem uma aplicação de autenticação, que nenhuma ligação substitui. Inicie sessão aqui.
sign-in-link-failed = Não foi possível verificar a ligação. Abra-a de novo daqui a pouco, ou inicie sessão aqui.
sign-in-claim = Diga quem procura. O anúncio escreve-se por si, e sem nada que não tenha dito.
sign-in-picture-message = Um programador .NET sénior, híbrido em Lisboa, 45–52 mil por ano
sign-in-picture-title = Programador .NET sénior
sign-in-picture-level = Nível
sign-in-picture-level-value = Sénior
sign-in-picture-place = Local
sign-in-picture-place-value = Lisboa, híbrido
sign-in-picture-pay = Salário
sign-in-picture-pay-value = 45 000 – 52 000 € por ano
