# Correos a personas. Una línea por texto, los mismos nombres y variables en cada idioma.

complete-sign-up-subject = Complete su registro en Postwright
complete-sign-up-text = Elija una contraseña para completar su registro. Su cuenta y su organización se crean en ese momento.
complete-sign-up-action = Elegir una contraseña

account-exists-subject = Esta dirección ya tiene una cuenta de Postwright
account-exists-text = Alguien, quizá usted, quiso usar esta dirección para una cuenta de Postwright. Ya tiene una. Inicie sesión con ella, o pida una contraseña nueva si ha olvidado la suya.

invitation-subject = Invitación a { $organization } en Postwright
invitation-text = { $inviter } le invita a unirse a { $organization } en Postwright. Su función será: { $role }.
invitation-action = Aceptar la invitación

invitation-accepted-subject = { $name } se ha unido a { $organization }
invitation-accepted-text = { $name } ({ $email }) ha aceptado la invitación y ahora pertenece a { $organization }.

password-reset-subject = Establezca una contraseña nueva para Postwright
password-reset-text = Alguien, quizá usted, ha pedido una contraseña nueva para su cuenta de Postwright. Cuando la establezca, se cerrarán todas sus sesiones.
password-reset-action = Establecer una contraseña nueva

password-changed-subject = Se ha cambiado su contraseña de Postwright
password-changed-text = Se ha cambiado la contraseña de su cuenta de Postwright, y se han cerrado sus demás sesiones.

second-factor-added-subject = Se ha añadido una aplicación de autenticación a su cuenta de Postwright
second-factor-added-text = Su cuenta de Postwright tiene ahora una aplicación de autenticación. Para iniciar sesión hace falta un código de ella. Guarde los códigos de recuperación en un lugar seguro.

second-factor-removed-subject = Se ha quitado la aplicación de autenticación de su cuenta de Postwright
second-factor-removed-text = Su cuenta de Postwright ya no tiene aplicación de autenticación. Para iniciar sesión basta la contraseña.

recovery-code-used-subject = Se ha usado un código de recuperación de Postwright
recovery-code-used-text = Se ha usado uno de los códigos de recuperación de su cuenta de Postwright, que ya no es válido. Con la sesión iniciada puede crear otros nuevos.

recovery-codes-replaced-subject = Se han sustituido los códigos de recuperación de su cuenta de Postwright
recovery-codes-replaced-text = Su cuenta de Postwright tiene nuevos códigos de recuperación. Los anteriores ya no son válidos. Guarde los nuevos en un lugar seguro.

confirm-email-subject = Confirme su nueva dirección de correo
confirm-email-text = Confirme que su cuenta de Postwright debe tener esta dirección. Hasta entonces conserva la anterior.
confirm-email-action = Confirmar la dirección

email-change-requested-subject = Se ha pedido una dirección nueva para su cuenta de Postwright
email-change-requested-text = Alguien que ha iniciado sesión en su cuenta de Postwright quiere cambiar su dirección por { $email }. Cambiará en cuanto se confirme esa dirección.

email-changed-subject = Se ha cambiado la dirección de su cuenta de Postwright
email-changed-text = Su cuenta de Postwright tiene ahora la dirección { $email }. Úsela para iniciar sesión.

role-changed-subject = Su función en { $organization } ha cambiado
role-changed-text = La administración de { $organization } en Postwright ha cambiado su función. Ahora es: { $role }.

member-removed-subject = Usted ya no pertenece a { $organization }
member-removed-text = Su pertenencia a { $organization } en Postwright ha terminado. Su cuenta de Postwright se conserva.

ownership-received-subject = Ahora { $organization } es también suya
ownership-received-text = { $giver } le ha dado la función de propietario de { $organization } en Postwright.

verify-domain-subject = Verificar { $domain } para { $organization } en Postwright
verify-domain-text = { $organization } quiere verificar el dominio de correo { $domain } en Postwright. Quien inicie sesión con su proveedor de identidad y una dirección de este dominio podrá ser miembro. Verifique el dominio solo si pertenece a { $organization }.
verify-domain-action = Verificar el dominio

organization-deletion-requested-subject = { $organization } se eliminará de Postwright
organization-deletion-requested-text = { $requester } ha solicitado la eliminación de { $organization } en Postwright. El { $day } se elimina todo definitivamente: conversaciones, ofertas de empleo, miembros y claves. Hasta entonces un propietario puede cancelarla, y usted puede exportar sus datos.

organization-deletion-cancelled-subject = { $organization } no se eliminará
organization-deletion-cancelled-text = Se ha cancelado la eliminación de { $organization } en Postwright. Todo queda como está.

account-deleted-subject = Su cuenta de Postwright se ha eliminado
account-deleted-text = Su cuenta de Postwright se ha eliminado, con su nombre, esta dirección y sus conversaciones. Las ofertas de empleo siguen siendo de las organizaciones a las que pertenecen.

role-owner = propietario
role-admin = administrador
role-member = miembro
role-viewer = lector

new-password = Pedir una contraseña nueva
valid-hour = El enlace funciona una sola vez, durante una hora.
valid-day = El enlace funciona una sola vez, durante 24 horas.
valid-week = El enlace funciona una sola vez, durante 7 días.
copy-link = Si el botón no funciona, abra esta dirección en su navegador:
note-ignore = Si usted no lo ha pedido, ignore este correo. Entonces no cambia nada.
note-invitation = Si no espera esta invitación, ignore este correo. Entonces no cambia nada.
note-admin = Si no ha sido usted, avise enseguida a la administración de su organización.
note-alert = Si no ha sido usted, establezca enseguida una contraseña nueva y avise a la administración de su organización.
footer = Postwright ha enviado este correo automáticamente.
