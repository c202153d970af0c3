# E-mails para pessoas. Uma linha por texto, os mesmos nomes e variáveis em todas as línguas.

complete-sign-up-subject = Conclua a sua inscrição no Postwright
complete-sign-up-text = Escolha uma senha para concluir a inscrição. A sua conta e a sua organização são criadas nesse momento.
complete-sign-up-action = Escolher uma senha

account-exists-subject = Este endereço já tem uma conta do Postwright
account-exists-text = Alguém, talvez a própria pessoa que lê este e-mail, quis usar este endereço para uma conta do Postwright. Ele já tem uma. Inicie sessão com ela, ou peça uma nova senha se não se lembrar da sua.

invitation-subject = Convite para { $organization } no Postwright
invitation-text = { $inviter } enviou-lhe um convite para { $organization } no Postwright. A sua função será: { $role }.
invitation-action = Aceitar o convite

invitation-accepted-subject = { $name } entrou em { $organization }
invitation-accepted-text = { $name } ({ $email }) aceitou o convite e agora pertence a { $organization }.

password-reset-subject = Defina uma nova senha para o Postwright
password-reset-text = Foi pedida uma nova senha para a sua conta do Postwright. Quando a definir, todas as suas sessões serão encerradas.
password-reset-action = Definir uma nova senha

password-changed-subject = A sua senha do Postwright foi alterada
password-changed-text = A senha da sua conta do Postwright foi alterada, e as suas outras sessões foram encerradas.

second-factor-added-subject = Foi adicionado um aplicativo autenticador à sua conta do Postwright
second-factor-added-text = A sua conta do Postwright tem agora um aplicativo autenticador. Para iniciar sessão é preciso um código dele. Guarde os códigos de recuperação num lugar seguro.

second-factor-removed-subject = O aplicativo autenticador da sua conta do Postwright foi removido
second-factor-removed-text = A sua conta do Postwright já não tem aplicativo autenticador. Para iniciar sessão basta a senha.

recovery-code-used-subject = Foi usado um código de recuperação do Postwright
recovery-code-used-text = Foi usado um dos códigos de recuperação da sua conta do Postwright, que deixou de ser válido. Com a sessão iniciada, pode criar novos.

recovery-codes-replaced-subject = Os códigos de recuperação da sua conta do Postwright foram substituídos
recovery-codes-replaced-text = A sua conta do Postwright tem novos códigos de recuperação. Os anteriores deixaram de ser válidos. Guarde os novos num lugar seguro.

confirm-email-subject = Confirme o seu novo endereço de e-mail
confirm-email-text = Confirme que a sua conta do Postwright deve ter este endereço. Até lá mantém o anterior.
confirm-email-action = Confirmar o endereço

email-change-requested-subject = Foi pedido um novo endereço para a sua conta do Postwright
email-change-requested-text = Alguém com sessão iniciada na sua conta do Postwright quer mudar o endereço para { $email }. A mudança ocorre assim que esse endereço for confirmado.

email-changed-subject = O endereço da sua conta do Postwright foi alterado
email-changed-text = A sua conta do Postwright tem agora o endereço { $email }. Use-o para iniciar sessão.

role-changed-subject = A sua função em { $organization } foi alterada
role-changed-text = A administração de { $organization } no Postwright alterou a sua função. Agora é: { $role }.

member-removed-subject = Já não pertence a { $organization }
member-removed-text = A sua participação em { $organization } no Postwright terminou. A sua conta do Postwright mantém-se.

ownership-received-subject = Tem agora a função de proprietário de { $organization }
ownership-received-text = { $giver } atribuiu-lhe a função de proprietário de { $organization } no Postwright.

verify-domain-subject = Verificar { $domain } para { $organization } no Postwright
verify-domain-text = { $organization } quer verificar o domínio de e-mail { $domain } no Postwright. Quem iniciar sessão com o fornecedor de identidade da organização e um endereço deste domínio poderá tornar-se membro. Verifique o domínio apenas se ele pertencer a { $organization }.
verify-domain-action = Verificar o domínio

organization-deletion-requested-subject = { $organization } será eliminada do Postwright
organization-deletion-requested-text = { $requester } pediu a eliminação de { $organization } no Postwright. Em { $day } tudo é eliminado definitivamente: conversas, anúncios de emprego, membros e chaves. Até lá um proprietário pode cancelar, e os seus dados podem ser exportados.

organization-deletion-cancelled-subject = { $organization } não será eliminada
organization-deletion-cancelled-text = A eliminação de { $organization } no Postwright foi cancelada. Tudo fica como está.

account-deleted-subject = A sua conta do Postwright foi eliminada
account-deleted-text = A sua conta do Postwright foi eliminada, com o seu nome, este endereço e as suas conversas. Os anúncios de emprego ficam com as organizações a que pertencem.

role-owner = proprietário
role-admin = administrador
role-member = membro
role-viewer = leitor

new-password = Pedir uma nova senha
valid-hour = O link funciona uma única vez, durante uma hora.
valid-day = O link funciona uma única vez, durante 24 horas.
valid-week = O link funciona uma única vez, durante 7 dias.
copy-link = Se o botão não funcionar, abra este endereço no navegador:
note-ignore = Se não fez este pedido, ignore este e-mail. Nesse caso nada muda.
note-invitation = Se não espera este convite, ignore este e-mail. Nesse caso nada muda.
note-admin = Se não foi uma ação sua, avise imediatamente a administração da sua organização.
note-alert = Se não foi uma ação sua, defina imediatamente uma nova senha e avise a administração da sua organização.
footer = Este e-mail foi enviado automaticamente pelo Postwright.
