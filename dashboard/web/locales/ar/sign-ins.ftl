# عمليات الدخول الخاصة بالشخص.

sign-ins-lead = أين سجّلت الدخول. إن لم تعرف إحداها فأنهِها وغيّر كلمة المرور.
sign-ins-end-all = الخروج من كل مكان
sign-ins-end-all-title = الخروج من كل مكان؟
sign-ins-end-all-text = تنتهي كل عمليات دخولك فورًا، وهذه أيضًا.
sign-in-program = البرنامج
sign-in-unknown = غير معروف
sign-in-began = الدخول
sign-in-this = هذه
sign-in-end = خروج
password-change = تغيير كلمة المرور
password-current = كلمة المرور الحالية
password-new = كلمة المرور الجديدة
password-new-help = 12 حرفًا على الأقل، يصعب تخمينها.
password-changed = تغيّرت كلمة المرور، وانتهت عمليات دخولك الأخرى.
problem-password-changed = تغيّرت كلمة المرور في هذه الأثناء. سجّل الدخول من جديد.
