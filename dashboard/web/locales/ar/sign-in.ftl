# تسجيل الدخول.

sign-in-title = تسجيل الدخول
sign-in-action = تسجيل الدخول
email = البريد الإلكتروني
password = كلمة المرور
code = رمز تطبيق المصادقة
code-help = ستة أرقام، أو أحد رموز الاسترداد.
sign-in-link-used = استُعمل هذا الرابط من قبل، أو هو قديم. سجّل الدخول ببريدك وكلمة المرور.
sign-in-link-second-factor = لحسابك تطبيق مصادقة لا يغني عنه رابط. سجّل الدخول هنا.
sign-in-link-failed = تعذّر التحقق من الرابط الآن. افتحه مجددًا بعد لحظة، أو سجّل الدخول هنا.
sign-in-claim = قل من تبحث عنه، فيُكتب الإعلان من تلقاء نفسه، وليس فيه شيء لم تقله.
sign-in-picture-message = مطوّر ‎.NET خبير، عمل هجين في لشبونة، 45–52 ألفًا في السنة
sign-in-picture-title = مطوّر ‎.NET خبير
sign-in-picture-level = المستوى
sign-in-picture-level-value = خبير
sign-in-picture-place = المكان
sign-in-picture-place-value = لشبونة، هجين
sign-in-picture-pay = الراتب
sign-in-picture-pay-value = 45,000 – 52,000 € في السنة
