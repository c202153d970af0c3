# Logowanie u dostawcy tożsamości organizacji.

single-sign-on-title = Zaloguj się przez swoją organizację
single-sign-on-text = Logowanie Twojej organizacji pyta, kim jesteś, i prowadzi z powrotem tutaj.
single-sign-on-action = Dalej
single-sign-on-password = Zaloguj się hasłem
problem-no-single-sign-on = Żadna organizacja nie skonfigurowała tego dla adresu. Zaloguj się hasłem.
problem-single-sign-on-required = Twoja organizacja wymaga logowania przez nią, a nie hasłem.
problem-identity-provider-unavailable = Logowanie Twojej organizacji jest nieosiągalne. Spróbuj ponownie za chwilę.
problem-sign-in-ended = To logowanie zostało już zakończone albo wygasło. Zacznij od nowa.
problem-email-not-verified = Logowanie Twojej organizacji nie potwierdza, że adres e-mail należy do Ciebie. Zapytaj administratora.
problem-domain-not-verified = Twoja organizacja nie zweryfikowała domeny Twojego adresu e-mail. Zapytaj administratora.
problem-not-a-member = Nie należysz do tej organizacji. Poproś administratora o zaproszenie.
problem-member-removed = Administrator usunął Cię z tej organizacji. Poproś o nowe zaproszenie.
problem-identity-differs = Tym adresem e-mail loguje się ktoś inny. Zapytaj administratora swojej organizacji.
problem-identity-provider-refused = Logowanie Twojej organizacji Cię nie wpuściło. Spróbuj ponownie albo zapytaj administratora.
problem-sign-up-closed = Nie można tu zakładać nowych kont. Zapytaj administratora.
problem-identity-provider-unusable = Logowanie Twojej organizacji nie odpowiada, jak powinno. Poproś administratora o sprawdzenie konfiguracji.
problem-identity-provider-client-refused = { problem-identity-provider-unusable }
problem-id-token-refused = { problem-identity-provider-unusable }
problem-identity-provider-timeout = { problem-identity-provider-unavailable }
