# O início de sessão no fornecedor de identidade da organização.

single-sign-on-title = Iniciar sessão com a sua organização
single-sign-on-text = O acesso da sua organização pergunta quem é, e traz de volta para aqui.
single-sign-on-action = Continuar
single-sign-on-password = Iniciar sessão com palavra-passe
problem-no-single-sign-on = Nenhuma organização configurou isto para o endereço. Inicie sessão com a palavra-passe.
problem-single-sign-on-required = A sua organização pede que inicie sessão com ela, e não com palavra-passe.
problem-identity-provider-unavailable = Não é possível alcançar o acesso da sua organização. Tente de novo daqui a pouco.
problem-sign-in-ended = Este início de sessão já foi concluído ou expirou. Comece de novo.
problem-email-not-verified = O acesso da sua organização não confirma que o endereço de e-mail é seu. Pergunte a um administrador.
problem-domain-not-verified = A sua organização não verificou o domínio do seu endereço de e-mail. Pergunte a um administrador.
problem-not-a-member = Não é membro desta organização. Peça um convite a um administrador.
problem-member-removed = Um administrador removeu-o desta organização. Peça um novo convite.
problem-identity-differs = Outra pessoa inicia sessão com este endereço de e-mail. Pergunte a um administrador da sua organização.
problem-identity-provider-refused = O acesso da sua organização não o deixou entrar. Tente de novo ou pergunte a um administrador.
problem-sign-up-closed = Aqui não podem ser criadas contas novas. Pergunte a um administrador.
problem-identity-provider-unusable = O acesso da sua organização não responde como devia. Peça a um administrador que verifique a configuração.
problem-identity-provider-client-refused = { problem-identity-provider-unusable }
problem-id-token-refused = { problem-identity-provider-unusable }
problem-identity-provider-timeout = { problem-identity-provider-unavailable }
