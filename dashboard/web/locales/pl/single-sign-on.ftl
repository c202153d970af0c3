# Logowanie u dostawcy tożsamości organizacji.

single-sign-on-title = Zaloguj się przez swoją organizację
single-sign-on-text = Logowanie Twojej organizacji pyta, kim jesteś, i prowadzi z powrotem tutaj.
single-sign-on-action = Dalej
single-sign-on-password = Zaloguj się hasłem
problem-no-single-sign-on = Żadna organizacja nie skonfigurowała tego dla adresu. Zaloguj się hasłem.
problem-single-sign-on-required = Twoja organizacja wymaga logowania przez nią, a nie hasłem.
problem-identity-provider-unavailable = Logowanie Twojej organizacji jest nieosiągalne. Spróbuj ponownie za chwilę.
