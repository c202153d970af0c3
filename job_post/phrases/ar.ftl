# What the deterministic code says in place of the LLM. Modern standard Arabic, polite; numbers in western digits.

untitled = وظيفة شاغرة
yes = نعم
from = ابتداءً من { $amount }
up-to = حتى { $amount }
labelled = { $label }: { $value }
publish-question = هل أنشر الإعلان بهذه الصيغة؟ قل «انشر»، أو أخبرني بما يجب تغييره.
summary-lead = هذا هو إعلان الوظيفة حتى الآن:
finished = شكرًا جزيلًا! اكتمل إعلان الوظيفة. إذا كان هناك ما يجب تغييره فأخبرني به.
already-finished = إعلان الوظيفة هذا مكتمل بالفعل. إذا كان هناك ما يجب تغييره فأخبرني به.
not-ready = قبل إكمال الإعلان أحتاج إلى المزيد: { $wanted }. ماذا يمكنك أن تخبرني عن ذلك؟
blocked = قبل نشر الإعلان ينبغي تصحيح ما يلي: { $findings }
welcome = مرحبًا! سأساعدك في كتابة إعلان وظيفة. ما الوظيفة التي تريد شغلها، وما أهم ما فيها؟
welcome-company = مرحبًا! سأساعدك في كتابة إعلان وظيفة لدى { $company }. ما الوظيفة التي تريد شغلها، وما أهم ما فيها؟
greeting-first = مرحبًا! ما الوظيفة التي تريد شغلها؟
greeting-back = أهلًا بعودتك! ما زال ينقص: { $wanted }. ماذا يمكنك أن تخبرني عن ذلك؟
greeting-back-title = أهلًا بعودتك! نعمل على إعلان «{ $title }». ما زال ينقص: { $wanted }. ماذا يمكنك أن تخبرني عن ذلك؟
greeting-done = أهلًا بعودتك! إعلان الوظيفة مكتمل. إذا كان هناك ما يجب تغييره فأخبرني به.
nothing-missing = لا شيء
noted = سجّلت: { $fields }.
ask-next = ماذا يمكنك أن تخبرني بعد ذلك عن هذا: { $field }؟
nothing-understood = أنا هنا لمساعدتك في إعلان الوظيفة.
orders-refused = لا أستطيع العمل إلا على إعلان الوظيفة نفسه، بما تخبرني به عنها.
started-over = حسنًا، نبدأ من جديد بإعلان فارغ. ما الوظيفة التي تريد شغلها؟
nothing-to-take-back = لا يوجد تعديل يمكنني التراجع عنه. من فضلك أخبرني بما ينبغي أن يُكتب بدلًا من ذلك.
taken-back = تراجعتُ عن آخر تعديل: { $fields }.
pay-out-of-order = بذلك يصبح الحد الأدنى للراتب ({ $min }) أعلى من الحد الأقصى ({ $max })، لذلك تركت نطاق الراتب كما كان. ما النطاق الصحيح؟
two-values = فهمت قيمًا مختلفة في خانة { $field } ({ $values }) ولم أغيّر شيئًا. أيها الصحيح؟
interpreted = { $value } (من «{ $quote }»)
not-taken = لم أدرج «{ $quote }» ({ $field }) لأنني لست متأكدًا من المقصود. هل يمكنك قول ذلك بكلمات أخرى؟
not-taken-pay = لم أدرج «{ $quote }» لأنني لا أقرأ فيها مبلغًا. كم الراتب بالأرقام، مثلًا «18.50 في الساعة»؟

digit-group = { "," }
decimal-point = { "." }

field-title = المسمى الوظيفي
field-department = القسم
field-experienceLevel = المستوى
field-location = الموقع
field-workType = نمط العمل
field-salaryMin = الراتب
field-salaryMax = الراتب
field-salaryPeriod = فترة الراتب
field-currency = العملة
field-skills = المهارات
field-description = الوصف
field-requirements = المتطلبات
field-responsibilities = المهام
field-benefits = المزايا
field-enableAiInterview = مقابلة بالذكاء الاصطناعي
field-isFeatured = إعلان مميز

level-entry = مبتدئ
level-junior = مبتدئ بخبرة قصيرة
level-mid = متوسط الخبرة
level-senior = خبير
level-lead = قائد فريق
level-principal = خبير رئيسي
level-executive = إدارة عليا

work-onsite = في مقر العمل
work-remote = عن بُعد
work-hybrid = هجين

per-hour = في الساعة
per-day = في اليوم
per-week = في الأسبوع
per-month = في الشهر
per-year = في السنة

finding-pay_not_stated = يجب ذكر نطاق الراتب في مكان هذه الوظيفة.
finding-gendered_wording = الصياغة تقصد جنسًا واحدًا.
finding-gender_coded_wording = الصياغة تخاطب جنسًا دون آخر.
finding-age_coded_wording = الصياغة تخاطب فئة عمرية معينة.
finding-language_by_birth = يطلب الإعلان لغة أصلية بالولادة بدلًا من إتقانها.
finding-equal_opportunity_not_stated = ينقص الإعلان بيان تكافؤ الفرص.
finding-country_not_stated = البلد غير مذكور.
