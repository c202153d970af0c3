# El inicio de sesión en el proveedor de identidad de la organización.

single-sign-on-title = Iniciar sesión con su organización
single-sign-on-text = El acceso de su organización pregunta quién es, y lo trae de vuelta aquí.
single-sign-on-action = Continuar
single-sign-on-password = Iniciar sesión con contraseña
problem-no-single-sign-on = Ninguna organización lo ha configurado para la dirección. Inicie sesión con su contraseña.
problem-single-sign-on-required = Su organización pide iniciar sesión con ella, y no con contraseña.
problem-identity-provider-unavailable = No se puede alcanzar el acceso de su organización. Inténtelo de nuevo en un momento.
