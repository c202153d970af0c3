# وجهة النشر وما أُرسل إليها.

target-lead = يُرسل كل إعلان إلى هنا فور نشره.
target-none = لا وجهة نشر
target-none-text = يمكن نشر الإعلانات على كل حال. بوجهةٍ تصل وحدها إلى نظامك.
target-set = تحديد الوجهة
target-format = الصيغة
target-format-signed-json = JSON موقّع
target-format-ai-create = ai-create
target-url-help-signed-json = عنوان https الكامل الذي يستقبل الإعلانات.
target-url-help-ai-create = العنوان الأساسي؛ يُضاف إليه /jobposts/ai-create.
target-token = رمز Bearer
target-token-set = محفوظ
target-token-none = لا يوجد
target-token-keep = اتركه فارغًا للإبقاء على المحفوظ.
target-new-secret = إنشاء سرّ جديد للتوقيعات
target-changed = التغيير
target-interview-languages = لغات المقابلة
target-interview-duration = مدة المقابلة
target-expires-after = ينتهي بعد، بالأيام
target-ai-prompt = موجّه المقابلة
target-ai-instructions = تعليمات المقابلة
target-remove = إزالة
target-remove-title = إزالة وجهة النشر؟
target-remove-text = لا يُرسل بعد ذلك ما هو في الطريق. تُنشر الإعلانات الجديدة لكنها لا تذهب إلى أي مكان.
publications = الإعلانات المرسلة
publications-none = لم يُرسل شيء بعد.
publication-error = السبب
