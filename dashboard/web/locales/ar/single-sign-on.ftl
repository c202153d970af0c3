# الدخول لدى مزوّد هوية المؤسسة.

single-sign-on-title = الدخول عبر مؤسستك
single-sign-on-text = يسألك دخول مؤسستك من أنت، ثم يعيدك إلى هنا.
single-sign-on-action = متابعة
single-sign-on-password = الدخول بكلمة مرور
problem-no-single-sign-on = لم تُعدّ أي مؤسسة هذا لهذا العنوان. سجّل الدخول بكلمة المرور.
problem-single-sign-on-required = تطلب مؤسستك الدخول عبرها، لا بكلمة مرور.
problem-identity-provider-unavailable = يتعذّر الوصول إلى دخول مؤسستك. حاول مجددًا بعد لحظة.
