# E-maile do osób. Jeden wiersz na tekst, te same nazwy i zmienne w każdym języku.

complete-sign-up-subject = Dokończenie rejestracji w Postwright
complete-sign-up-text = Aby dokończyć rejestrację, proszę wybrać hasło. Konto i organizacja powstaną w tej chwili.
complete-sign-up-action = Wybierz hasło

account-exists-subject = Ten adres ma już konto w Postwright
account-exists-text = Ktoś, być może właściciel tego adresu, chciał użyć go do założenia konta w Postwright. Adres ma już konto. Proszę się nim zalogować albo poprosić o nowe hasło, jeśli poprzednie zostało zapomniane.

invitation-subject = Zaproszenie do { $organization } w Postwright
invitation-text = { $inviter } zaprasza do { $organization } w Postwright. Przyznana rola: { $role }.
invitation-action = Przyjmij zaproszenie

invitation-accepted-subject = { $name } należy teraz do { $organization }
invitation-accepted-text = Zaproszenie zostało przyjęte: { $name } ({ $email }) należy teraz do { $organization }.

password-reset-subject = Nowe hasło do Postwright
password-reset-text = Wpłynęła prośba o nowe hasło do konta w Postwright. Ustawienie go zakończy wszystkie sesje logowania.
password-reset-action = Ustaw nowe hasło

password-changed-subject = Hasło do Postwright zostało zmienione
password-changed-text = Hasło do konta w Postwright zostało zmienione, a pozostałe sesje logowania zostały zakończone.

second-factor-added-subject = Do konta w Postwright dodano aplikację uwierzytelniającą
second-factor-added-text = Konto w Postwright ma teraz aplikację uwierzytelniającą. Do logowania potrzebny jest jej kod. Kody odzyskiwania proszę przechowywać w bezpiecznym miejscu.

second-factor-removed-subject = Z konta w Postwright usunięto aplikację uwierzytelniającą
second-factor-removed-text = Konto w Postwright nie ma już aplikacji uwierzytelniającej. Do logowania wystarczy hasło.

recovery-code-used-subject = Użyto kodu odzyskiwania do Postwright
recovery-code-used-text = Użyto jednego z kodów odzyskiwania konta w Postwright. Ten kod już nie działa. Po zalogowaniu można utworzyć nowe.

recovery-codes-replaced-subject = Kody odzyskiwania konta w Postwright zostały zastąpione
recovery-codes-replaced-text = Konto w Postwright ma nowe kody odzyskiwania. Poprzednie już nie działają. Nowe proszę przechowywać w bezpiecznym miejscu.

confirm-email-subject = Potwierdzenie nowego adresu e-mail
confirm-email-text = Proszę potwierdzić, że konto w Postwright ma mieć ten adres. Do tego czasu zachowa poprzedni.
confirm-email-action = Potwierdź adres

email-change-requested-subject = Poproszono o nowy adres konta w Postwright
email-change-requested-text = Ktoś zalogowany na tym koncie w Postwright chce zmienić jego adres na { $email }. Zmiana nastąpi, gdy ten adres zostanie potwierdzony.

email-changed-subject = Adres konta w Postwright został zmieniony
email-changed-text = Konto w Postwright ma teraz adres { $email }. Proszę go używać do logowania.

role-changed-subject = Rola w { $organization } została zmieniona
role-changed-text = Administrator { $organization } w Postwright zmienił rolę tego konta. Obecna rola: { $role }.

member-removed-subject = Członkostwo w { $organization } zakończyło się
member-removed-text = To konto nie należy już do { $organization } w Postwright. Samo konto w Postwright pozostaje.

ownership-received-subject = Nowa rola w { $organization }: właściciel
ownership-received-text = { $giver } przyznaje temu kontu rolę właściciela { $organization } w Postwright.

verify-domain-subject = Potwierdzenie domeny { $domain } dla { $organization } w Postwright
verify-domain-text = { $organization } chce potwierdzić domenę e-mail { $domain } w Postwright. Kto zaloguje się przez dostawcę tożsamości tej organizacji z adresem w tej domenie, będzie mógł zostać członkiem. Proszę potwierdzić domenę tylko wtedy, gdy należy ona do { $organization }.
verify-domain-action = Potwierdź domenę

organization-deletion-requested-subject = { $organization } zostanie usunięta z Postwright
organization-deletion-requested-text = { $requester } prosi o usunięcie { $organization } z Postwright. Dnia { $day } wszystko zostanie trwale usunięte: rozmowy, ogłoszenia o pracę, członkowie i klucze. Do tego czasu właściciel może to anulować, a dane można wyeksportować.

organization-deletion-cancelled-subject = { $organization } nie zostanie usunięta
organization-deletion-cancelled-text = Usunięcie { $organization } z Postwright zostało anulowane. Wszystko pozostaje bez zmian.

account-deleted-subject = Konto w Postwright zostało usunięte
account-deleted-text = Konto w Postwright zostało usunięte wraz z nazwiskiem, tym adresem i rozmowami. Ogłoszenia o pracę pozostają w organizacjach, do których należą.

role-owner = właściciel
role-admin = administrator
role-member = członek
role-viewer = czytelnik

new-password = Poproś o nowe hasło
valid-hour = Link działa jeden raz, przez godzinę.
valid-day = Link działa jeden raz, przez 24 godziny.
valid-week = Link działa jeden raz, przez 7 dni.
copy-link = Jeśli przycisk nie działa, proszę otworzyć ten adres w przeglądarce:
note-ignore = Jeśli ta prośba nie pochodzi od właściciela adresu, proszę zignorować ten e-mail. Nic się wtedy nie zmieni.
note-invitation = Jeśli to zaproszenie nie było oczekiwane, proszę zignorować ten e-mail. Nic się wtedy nie zmieni.
note-admin = Jeśli ta zmiana nie została wykonana przez właściciela konta, proszę natychmiast powiadomić administratora organizacji.
note-alert = Jeśli ta zmiana nie została wykonana przez właściciela konta, proszę natychmiast ustawić nowe hasło i powiadomić administratora organizacji.
footer = Ten e-mail został wysłany automatycznie przez Postwright.
