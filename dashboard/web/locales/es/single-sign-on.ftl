# El inicio de sesión en el proveedor de identidad de la organización.

single-sign-on-title = Iniciar sesión con su organización
single-sign-on-text = El acceso de su organización pregunta quién es, y lo trae de vuelta aquí.
single-sign-on-action = Continuar
single-sign-on-password = Iniciar sesión con contraseña
problem-no-single-sign-on = Ninguna organización lo ha configurado para la dirección. Inicie sesión con su contraseña.
problem-single-sign-on-required = Su organización pide iniciar sesión con ella, y no con contraseña.
problem-identity-provider-unavailable = No se puede alcanzar el acceso de su organización. Inténtelo de nuevo en un momento.
problem-sign-in-ended = Este inicio de sesión ya se completó o ha caducado. Empiece de nuevo.
problem-email-not-verified = El acceso de su organización no confirma que la dirección de correo sea suya. Consulte a un administrador.
problem-domain-not-verified = Su organización no ha verificado el dominio de su dirección de correo. Consulte a un administrador.
problem-not-a-member = No es miembro de esta organización. Pida una invitación a un administrador.
problem-member-removed = Un administrador lo ha quitado de esta organización. Pida una nueva invitación.
problem-identity-differs = Otra persona inicia sesión con esta dirección de correo. Consulte a un administrador de su organización.
problem-identity-provider-refused = El acceso de su organización no le ha permitido entrar. Inténtelo de nuevo o consulte a un administrador.
problem-sign-up-closed = Aquí no se pueden crear cuentas nuevas. Consulte a un administrador.
problem-identity-provider-unusable = El acceso de su organización no responde como debe. Pida a un administrador que revise su configuración.
problem-identity-provider-client-refused = { problem-identity-provider-unusable }
problem-id-token-refused = { problem-identity-provider-unusable }
problem-identity-provider-timeout = { problem-identity-provider-unavailable }
