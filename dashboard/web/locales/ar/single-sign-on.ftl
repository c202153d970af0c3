# الدخول لدى مزوّد هوية المؤسسة.

single-sign-on-title = الدخول عبر مؤسستك
single-sign-on-text = يسألك دخول مؤسستك من أنت، ثم يعيدك إلى هنا.
single-sign-on-action = متابعة
single-sign-on-password = الدخول بكلمة مرور
problem-no-single-sign-on = لم تُعدّ أي مؤسسة هذا لهذا العنوان. سجّل الدخول بكلمة المرور.
problem-single-sign-on-required = تطلب مؤسستك الدخول عبرها، لا بكلمة مرور.
problem-identity-provider-unavailable = يتعذّر الوصول إلى دخول مؤسستك. حاول مجددًا بعد لحظة.
problem-sign-in-ended = اكتمل هذا الدخول من قبل أو انتهت صلاحيته. ابدأ من جديد.
problem-email-not-verified = لا يؤكد دخول مؤسستك أن عنوان البريد لك. اسأل أحد المديرين.
problem-domain-not-verified = لم تتحقق مؤسستك من نطاق عنوان بريدك. اسأل أحد المديرين.
problem-not-a-member = لست عضوًا في هذه المؤسسة. اطلب دعوة من أحد المديرين.
problem-member-removed = أزالك أحد المديرين من هذه المؤسسة. اطلب دعوة جديدة.
problem-identity-differs = يدخل شخص آخر بعنوان البريد هذا. اسأل أحد مديري مؤسستك.
problem-identity-provider-refused = لم يسمح لك دخول مؤسستك بالمرور. حاول مجددًا أو اسأل أحد المديرين.
problem-sign-up-closed = لا يمكن إنشاء حسابات جديدة هنا. اسأل أحد المديرين.
problem-identity-provider-unusable = لا يجيب دخول مؤسستك كما ينبغي. اطلب من أحد المديرين مراجعة إعداده.
problem-identity-provider-client-refused = { problem-identity-provider-unusable }
problem-id-token-refused = { problem-identity-provider-unusable }
problem-identity-provider-timeout = { problem-identity-provider-unavailable }
