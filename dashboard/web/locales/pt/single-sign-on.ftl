# O início de sessão no fornecedor de identidade da organização.

single-sign-on-title = Iniciar sessão com a sua organização
single-sign-on-text = O acesso da sua organização pergunta quem é, e traz de volta para aqui.
single-sign-on-action = Continuar
single-sign-on-password = Iniciar sessão com palavra-passe
problem-no-single-sign-on = Nenhuma organização configurou isto para o endereço. Inicie sessão com a palavra-passe.
problem-single-sign-on-required = A sua organização pede que inicie sessão com ela, e não com palavra-passe.
problem-identity-provider-unavailable = Não é possível alcançar o acesso da sua organização. Tente de novo daqui a pouco.
