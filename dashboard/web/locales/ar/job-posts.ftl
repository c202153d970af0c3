# إعلانات الوظائف، وواحد منها.

job-posts-none = لا إعلانات بعد
job-posts-none-text = المحادثة المنتهية تصبح إعلان وظيفة.
job-post-revision = النسخة
job-post-revision-of = النسخة { $revision }
job-post-revisions = النسخ
job-post-published = النشر
job-post-delivery = التسليم
job-post-delivered-at = وصل
job-post-not-delivered = بلا وجهة
job-post-external = المعرّف هناك
job-post-conversation = افتح المحادثة
job-post-compliance = قواعد الصياغة والأجر
job-post-files = تنزيل
job-post-delete-title = حذف هذا الإعلان؟
job-post-delete-text = يزول الإعلان وما أُرسل منه نهائيًا. تبقى النسخ في أنظمتك، ويُعلمها خطاف الويب job_post.deleted.
publication-error-refused = رفضه نظامك.
publication-error-unexpected-answer = لم يجب نظامك بنعم ولا بلا.
publication-error-unavailable = نظامك غير متاح الآن. ستُعاد المحاولة.
publication-error-no-answer = لم يجب نظامك.
publication-error-not-sent = تعذّر الإرسال بسبب خطأ عندنا.
publication-error-target-removed = أُزيلت وجهة النشر قبل الوصول.
problem-being-sent = هناك محاولة جارية. انتظر نهايتها ثم أعد الإرسال.
problem-target-removed = لم تعد هناك وجهة نشر.
