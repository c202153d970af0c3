# Inicio de sesión.

sign-in-title = Iniciar sesión
sign-in-action = Iniciar sesión
email = Correo electrónico
password = Contraseña
code = Código de su aplicación de autenticación
code-help = Seis dígitos, o uno de sus códigos de recuperación.
sign-in-link-used = Este enlace ya se usó, o es demasiado antiguo. Inicie sesión con su correo y su contraseña.
sign-in-link-second-factor = Su cuenta tiene una aplicación de autenticación, que ningún enlace sustituye. Inicie sesión aquí.
sign-in-link-failed = No se pudo comprobar el enlace. Ábralo otra vez en un momento, o inicie sesión aquí.
sign-in-claim = Diga a quién busca. La oferta se escribe sola, y nada en ella que usted no haya dicho.
sign-in-picture-message = Un desarrollador .NET sénior, híbrido en Lisboa, 45–52 mil al año
sign-in-picture-title = Desarrollador .NET sénior
sign-in-picture-level = Nivel
sign-in-picture-level-value = Sénior
sign-in-picture-place = Lugar
sign-in-picture-place-value = Lisboa, híbrido
sign-in-picture-pay = Salario
sign-in-picture-pay-value = 45 000 – 52 000 € al año
