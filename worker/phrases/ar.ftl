# رسائل إلى الأشخاص. سطر واحد لكل نص، والأسماء والمتغيرات نفسها في كل لغة.

complete-sign-up-subject = أكمل تسجيلك في Postwright
complete-sign-up-text = اختر كلمة مرور لإكمال تسجيلك. عندئذٍ فقط يُنشأ حسابك وتُنشأ مؤسستك.
complete-sign-up-action = اختيار كلمة مرور

account-exists-subject = لهذا العنوان حساب في Postwright بالفعل
account-exists-text = أراد شخص ما، ربما أنت، استخدام هذا العنوان لحساب في Postwright، وله حساب بالفعل. سجّل الدخول به، أو اطلب كلمة مرور جديدة إذا نسيت كلمتك.

invitation-subject = دعوة إلى { $organization } في Postwright
invitation-text = يدعوك { $inviter } إلى الانضمام إلى { $organization } في Postwright. سيكون دورك: { $role }.
invitation-action = قبول الدعوة

invitation-accepted-subject = انضم { $name } إلى { $organization }
invitation-accepted-text = قبل { $name } ({ $email }) الدعوة، وهو الآن عضو في { $organization }.

password-reset-subject = عيّن كلمة مرور جديدة في Postwright
password-reset-text = طلب شخص ما، ربما أنت، كلمة مرور جديدة لحسابك في Postwright. عند تعيينها تنتهي جميع جلسات دخولك.
password-reset-action = تعيين كلمة مرور جديدة

password-changed-subject = تم تغيير كلمة مرورك في Postwright
password-changed-text = تم تغيير كلمة مرور حسابك في Postwright، وانتهت جلسات دخولك الأخرى.

second-factor-added-subject = أُضيف تطبيق مصادقة إلى حسابك في Postwright
second-factor-added-text = أصبح لحسابك في Postwright تطبيق مصادقة، ويتطلب تسجيل الدخول رمزًا منه. احتفظ برموز الاسترداد في مكان آمن.

second-factor-removed-subject = أُزيل تطبيق المصادقة من حسابك في Postwright
second-factor-removed-text = لم يعد لحسابك في Postwright تطبيق مصادقة، وتكفي كلمة المرور لتسجيل الدخول.

recovery-code-used-subject = استُخدم رمز استرداد للدخول إلى Postwright
recovery-code-used-text = استُخدم أحد رموز الاسترداد لحسابك في Postwright ولم يعد صالحًا. يمكنك إنشاء رموز جديدة بعد تسجيل الدخول.

recovery-codes-replaced-subject = استُبدلت رموز الاسترداد لحسابك في Postwright
recovery-codes-replaced-text = لحسابك في Postwright رموز استرداد جديدة، ولم تعد الرموز السابقة صالحة. احفظ الرموز الجديدة في مكان آمن.

confirm-email-subject = أكّد عنوان بريدك الجديد
confirm-email-text = أكّد أن هذا العنوان سيكون عنوان حسابك في Postwright. حتى ذلك الحين يبقى العنوان القديم.
confirm-email-action = تأكيد العنوان

email-change-requested-subject = طُلب عنوان جديد لحسابك في Postwright
email-change-requested-text = يريد شخص سجّل الدخول إلى حسابك في Postwright تغيير عنوانه إلى { $email }. يتغير العنوان فور تأكيد ذلك العنوان.

email-changed-subject = تم تغيير عنوان حسابك في Postwright
email-changed-text = أصبح عنوان حسابك في Postwright هو { $email }. استخدمه لتسجيل الدخول.

role-changed-subject = تغيّر دورك في { $organization }
role-changed-text = غيّر أحد مديري { $organization } في Postwright دورك. دورك الآن: { $role }.

member-removed-subject = لم تعد عضوًا في { $organization }
member-removed-text = انتهت عضويتك في { $organization } في Postwright. يبقى حسابك في Postwright قائمًا.

ownership-received-subject = أصبحت من مالكي { $organization }
ownership-received-text = جعلك { $giver } من مالكي { $organization } في Postwright.

verify-domain-subject = تأكيد { $domain } لصالح { $organization } في Postwright
verify-domain-text = تريد { $organization } تأكيد نطاق البريد { $domain } في Postwright. من يسجّل الدخول عبر موفّر الهوية الخاص بها وبعنوان من هذا النطاق يمكنه عندئذ أن يصبح عضوًا فيها. لا تؤكد النطاق إلا إذا كان يخص { $organization }.
verify-domain-action = تأكيد النطاق

organization-deletion-requested-subject = ستُحذف { $organization } من Postwright
organization-deletion-requested-text = طلب { $requester } حذف { $organization } من Postwright. في { $day } يُحذف كل شيء نهائيًا: المحادثات وإعلانات الوظائف والأعضاء والمفاتيح. حتى ذلك الحين يمكن لأحد المالكين إلغاء الحذف، ويمكنك تصدير بياناتك.

organization-deletion-cancelled-subject = لن تُحذف { $organization }
organization-deletion-cancelled-text = أُلغي حذف { $organization } من Postwright. يبقى كل شيء كما هو.

account-deleted-subject = حُذف حسابك في Postwright
account-deleted-text = حُذف حسابك في Postwright مع اسمك وهذا العنوان ومحادثاتك. تبقى إعلانات الوظائف لدى المؤسسات التي تملكها.

role-owner = مالك
role-admin = مدير
role-member = عضو
role-viewer = مُشاهد

new-password = طلب كلمة مرور جديدة
valid-hour = يعمل الرابط مرة واحدة، خلال ساعة واحدة.
valid-day = يعمل الرابط مرة واحدة، خلال 24 ساعة.
valid-week = يعمل الرابط مرة واحدة، خلال 7 أيام.
copy-link = إذا لم يعمل الزر، فافتح هذا العنوان في متصفحك:
note-ignore = إذا لم تطلب ذلك، فتجاهل هذه الرسالة، ولن يتغير شيء.
note-invitation = إذا لم تكن تتوقع هذه الدعوة، فتجاهل هذه الرسالة، ولن يتغير شيء.
note-admin = إذا لم تكن أنت من فعل ذلك، فأبلغ أحد مديري مؤسستك فورًا.
note-alert = إذا لم تكن أنت من فعل ذلك، فعيّن كلمة مرور جديدة فورًا وأبلغ أحد مديري مؤسستك.
footer = أرسل Postwright هذه الرسالة تلقائيًا.
