# Los propios inicios de sesión.

sign-ins-lead = Dónde tiene la sesión abierta. Si no reconoce alguna, ciérrela y cambie su contraseña.
sign-ins-end-all = Cerrar sesión en todas partes
sign-ins-end-all-title = ¿Cerrar sesión en todas partes?
sign-ins-end-all-text = Todas sus sesiones terminan al instante, también esta.
sign-in-program = Programa
sign-in-unknown = desconocido
sign-in-began = Iniciada
sign-in-this = esta
sign-in-end = Cerrar sesión
password-change = Cambiar la contraseña
password-current = Contraseña actual
password-new = Nueva contraseña
password-new-help = Al menos 12 caracteres, difíciles de adivinar.
password-changed = La contraseña ha cambiado, y sus otras sesiones han terminado.
problem-password-changed = La contraseña se cambió entretanto. Inicie sesión de nuevo.
