# الصفحة الرئيسية.

home-attention = { $count ->
    [one] أمر واحد يحتاج إلى انتباه
    [two] أمران يحتاجان إلى انتباه
    [few] { $count } أمور تحتاج إلى انتباه
   *[other] { $count } أمرًا يحتاج إلى انتباه
}
home-attention-none = لا شيء يحتاج إلى انتباهك.
attention-publication-failed = لم يصل إعلان إلى نظامك
attention-webhook-endpoint-failing = نقطة خطاف ويب تفشل
attention-webhook-endpoint-disabled = نقطة خطاف ويب موقوفة
attention-api-key-ending = مفتاح API ينتهي قريبًا
home-live = جارٍ الآن
home-live-none = لا محادثة مفتوحة في هذه اللحظة.
home-all-conversations = كل المحادثات
home-posts = أحدث إعلانات الوظائف
home-all-posts = كل الإعلانات
home-steps = الخطوات الأولى مع API
home-steps-text = من محادثة إلى إعلان منشور في ثلاثة نداءات.
home-step-key = إنشاء مفتاح API
home-step-start = 1. ابدأ محادثة
home-step-talk = 2. أرسل رسالة، واستلم الرد والمسودة
home-step-finish = 3. أكّد الملخّص عبر content_hash
