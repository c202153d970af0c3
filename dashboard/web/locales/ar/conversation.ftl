# محادثة واحدة: الرسائل والإعلان وسجلّه ونهايته.

conversation = محادثة
conversation-back = العودة إلى المحادثات
conversation-sides = ما يُعرض
conversation-talk = المحادثة
conversation-post = الإعلان
conversation-post-text = نص الإعلان
conversation-filled = { $filled } من { $of }
conversation-more = المزيد
conversation-fork = المتابعة في نسخة
conversation-delete = حذف
conversation-delete-title = هل تُحذف هذه المحادثة؟
conversation-delete-text = تُحذف رسائلها ومسودتها نهائيًا. تبقى الإعلانات المنشورة.
conversation-reconnecting = جارٍ الاتصال من جديد …
conversation-expires = مفتوحة { $time } أخرى
conversation-expires-soon = تُغلق خلال { $time }. رسالة أو تعديل يُبقيها مفتوحة.
conversation-expired = انتهت
conversation-expired-text = انتهت هذه المحادثة ويمكن قراءتها فقط حتى:
conversation-reopen = افتحها من جديد
conversation-messages = الرسائل
conversation-to-end = إلى أحدث رسالة
conversation-you = أنت:
conversation-agent = الوكيل:
conversation-thinking = الوكيل يفكّر
conversation-queued = بانتظار الرد السابق
conversation-failed = فشل الرد.
conversation-stop = إيقاف
conversation-cancelled = أُوقف
conversation-retry = أعد المحاولة
conversation-retried = أُعيدت المحاولة أدناه.
conversation-discard = تجاهل
conversation-words-of = يستند إليه: { $field }
conversation-message = رسالتك
conversation-placeholder = اكتب رسالة
conversation-send = إرسال
conversation-hint = Enter للإرسال، وShift+Enter لسطر جديد
conversation-busy = أثناء كتابة الرد
conversation-busy-enqueue = أرسل بعده
conversation-busy-replace = استبدله
conversation-openings = طرق للبدء
conversation-opening-1 = نحتاج إلى ممرّض أو ممرّضة للعناية المركزة، دوام كامل، مع مناوبات ليلية.
conversation-opening-2 = أبحث عن مطوّر خبير، عمل هجين، خمس سنوات خبرة.
conversation-opening-3 = بائع لعطلة نهاية الأسبوع، 16 يورو في الساعة، في أقرب وقت.
conversation-empty = ينمو الإعلان هنا وأنت تتحدث. لا يُنشر شيء حتى تقول ذلك.
conversation-needed = مطلوب
conversation-missing = لم يُذكر بعد
conversation-edit = تعديل: { $field }
conversation-take = اعتمده
conversation-list-hint = عنصر في كل سطر
conversation-nothing = لا شيء
conversation-yes = نعم
conversation-still-needed = ما زال مطلوبًا
conversation-worth-telling = سيسأل المتقدمون عن
conversation-tell = { $field }:
conversation-add-field = أضف حقلًا
conversation-undo = تراجع
conversation-history = السجل
conversation-finish = إنهاء
conversation-conflict = غيّر أحدهم هذا أثناء تعديلك.
conversation-conflict-theirs = المكتوب الآن
conversation-conflict-mine = ما كتبته
conversation-keep-theirs = أبقِ الموجود
conversation-use-mine = استعمل ما كتبته
quote = «{ $quote }»

basis-stated = قيل
basis-interpreted = فُهم من
basis-assumed = مقترح
basis-confirmed = مؤكَّد
basis-edited = عُدّل يدويًا
basis-copied = منسوخ

salary-min = من
salary-max = إلى
salary-currency = العملة
salary-period = المدة

history-version = النسخة
history-of = النسخة { $version } من { $latest }
history-earlier = نسخة أقدم
history-later = نسخة أحدث
history-restore = استعد هذه النسخة
change-turn = من رسالة
change-edit = عُدّل يدويًا
change-undo = تراجُع
change-restore = استعادة
change-fork = نُسخ من محادثة
change-copy = منسوخ

finish-title = هل يُنشر هذا الإعلان؟
finish-content = هذا ما سيُنشر كلمةً بكلمة
finish-company = الشركة
finish-internal = يُحفظ داخليًا ولا يُنشر
finish-hash = بصمة هذا المحتوى:
finish-yes = انشر هذا بالضبط
finish-not-yet = ليس بعد
finish-moved = تغيّر الإعلان منذ فتحت هذا. انظر إلى المحتوى الحالي قبل النشر.
finish-show-current = اعرض المحتوى الحالي
findings = { $count ->
    [one] أمر واحد للمراجعة
    [two] أمران للمراجعة
    [few] { $count } أمور للمراجعة
   *[other] { $count } أمرًا للمراجعة
}
findings-none = لا تجد فحوص الصياغة وقواعد الأجر ما يُعترض عليه.
finding-blocks = يجب تصحيحه أولًا
finished-title = تم النشر
finished-text = اكتمل الإعلان بالمراجعة { $revision }.
finished-delivering = يجري تسليمه إلى نظامك.
finished-delivered = وصل إلى نظامك.
finished-failed = لم يقبله نظامك بعد. يذكر الإعلان السبب.
finished-open = افتح الإعلان
finished-download = تنزيل JSON-LD

turn-failed = فشل الرد ({ $code }). رسالتك محفوظة.
turn-llm-overloaded = النموذج اللغوي مثقل. رسالتك محفوظة؛ أعد المحاولة بعد لحظة.
turn-llm-timeout = استغرق النموذج اللغوي وقتًا طويلًا. رسالتك محفوظة.
turn-llm-bad-output = أعطى النموذج اللغوي ردًا غير صالح. رسالتك محفوظة؛ أعد المحاولة.
turn-llm-configuration = النموذج اللغوي غير مُعدّ كما يجب. أخبر من يدير هذا النظام.
problem-not-ready = ينقص شيء يحتاجه كل إعلان.
problem-content-changed = تغيّر الإعلان في الأثناء. انظر إليه من جديد ثم انشره.
problem-interpretation-not-shown = بعض القيم هي ما فهمه الوكيل من كلماتك. اطلب منه ملخصًا وأكّده ثم انشر.
problem-turn-in-progress = ما زال هناك رد قيد الكتابة. انتظره ثم أعد المحاولة.
problem-nothing-to-undo = لم يبقَ ما يُتراجع عنه.
problem-session-expired = انتهت هذه المحادثة. تابع في نسخة.
