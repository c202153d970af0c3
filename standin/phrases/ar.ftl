# What the stand-in model says. Modern standard Arabic, polite.

hello = مرحبًا! يسعدني أن أساعدك في إعلان الوظيفة.
welcome-back = أهلًا بعودتك!
anything-else = هل يجب أن يذكر الإعلان شيئًا آخر؟
not-ours = لا أستطيع المساعدة إلا في إعلان الوظيفة، لذلك تركت كل شيء كما هو.
settled = شكرًا لك، إذن اكتمل كل شيء.
nothing-yet = لا يوجد بعد إعلان يمكن إكماله.
no-figures = ليست لدي أرقام موثوقة عن السوق وأفضّل ألا أخمّن. يتوقف ذلك على المكان والمستوى والقطاع؛ إذا ذكرت نطاقًا فسأسجّله.
changeable = نعم، يمكن تغيير كل شيء إلى أن تؤكد الملخص.
who-i-am = أنا مساعد يعمل بالذكاء الاصطناعي ولست إنسانًا: تحدثني عن الوظيفة، ونكتب الإعلان معًا.
not-sure = لا أستطيع أن أجزم بذلك، وأفضّل ألا أختلق شيئًا.
understood = مفهوم.
nothing-taken = لم أستطع أن آخذ شيئا من ذلك في الإعلان؛ الأفضل ذكر معلومة واحدة في جملة قصيرة.
started-over = لنبدأ من جديد.
taken-back = أتراجع عن آخر تغيير.
left-open = لا مشكلة، يمكننا ترك ذلك مفتوحًا.
as-before = هذا موجود في الإعلان بالفعل، لذلك يبقى كل شيء كما هو.
which-country = من فضلك أخبرني عملة أي دولة هذه.
just-beginning = لا شيء بعد: ما زلنا في البداية.
nothing-missing = لا ينقص شيء مهم.
minimum = الحد الأدنى للراتب
maximum = الحد الأقصى للراتب

new-title = ممتاز! تبحث عن شاغل لوظيفة «{ $role }».
title-is-now = أصبح المسمى الوظيفي «{ $role }».
crossed = بذلك يصبح الحد الأدنى للراتب ({ $min }) أعلى من الحد الأقصى ({ $max })، لذلك لم أغيّر شيئًا. ما النطاق الصحيح؟
removed = حذفت: { $list }.
noted = سجّلت: { $list }.
at-least = { $amount } على الأقل
up-to = حتى { $amount }
openings = عدد الشواغر: { $amount }
list-end = { $rest } و{ $last }
so-far = لدينا حتى الآن: { $list }.
still-open = ما يفيد الإعلان أيضًا: { $list }.

ask-title = ما الوظيفة التي تريد شغلها؟
ask-level = ما مستوى الخبرة المطلوب؟
ask-location = أين مكان العمل؟
ask-skills = ما المهارات المطلوبة؟
ask-work-type = هل العمل حضوري أم عن بُعد أم هجين؟
ask-salary = هل تريد ذكر نطاق للراتب؟
ask-responsibilities = ما المهام الرئيسية؟
ask-requirements = ما الشروط التي يجب توافرها؟
ask-benefits = ما المزايا التي تقدمونها؟
ask-department = إلى أي قسم تنتمي الوظيفة؟
ask-description = كيف تصف الوظيفة في بضع جمل؟
ask-terms = ما شروط العمل: دوام كامل أم جزئي، وما الساعات، وهل العقد دائم أم مؤقت؟

the-title = المسمى الوظيفي
the-level = مستوى الخبرة
the-location = مكان العمل
the-skills = المهارات
the-work-type = نمط العمل
the-salary = الراتب
the-responsibilities = المهام الرئيسية
the-requirements = المتطلبات
the-benefits = المزايا
the-department = القسم
the-description = الوصف
the-terms = شروط العمل

level-entry = مبتدئ
level-junior = مبتدئ بخبرة قصيرة
level-mid = متوسط الخبرة
level-senior = خبير
level-lead = قائد فريق
level-principal = خبير رئيسي
level-executive = إدارة عليا

at-level-entry = مستوى مبتدئ
at-level-junior = مستوى مبتدئ بخبرة قصيرة
at-level-mid = مستوى متوسط الخبرة
at-level-senior = مستوى خبير
at-level-lead = مستوى قائد فريق
at-level-principal = مستوى خبير رئيسي
at-level-executive = مستوى الإدارة العليا

work-onsite = عمل حضوري
work-remote = عن بُعد
work-hybrid = هجين

per-hour = في الساعة
per-day = في اليوم
per-week = في الأسبوع
per-month = في الشهر
per-year = في السنة

ai-interview = مقابلة بالذكاء الاصطناعي
no-ai-interview = دون مقابلة بالذكاء الاصطناعي
featured = إعلان مميز
not-featured = إعلان غير مميز

ask-title-otherwise = بكلمات قليلة، ماذا سيفعل الموظف؟
suggest = مهام معتادة في مثل هذه الوظيفة، والجواب نعم أو لا: { $list }. هل أضيفها؟
ask-bound = هل { $amount } هو الحد الأدنى أم الأقصى أم الراتب بالضبط؟
