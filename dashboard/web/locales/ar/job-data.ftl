# حقول إعلان الوظيفة وقيمها، بالكلمات نفسها التي يقولها الوكيل.

field-title = المسمى الوظيفي
field-department = القسم
field-experience-level = المستوى
field-location = الموقع
field-work-type = نمط العمل
field-salary = الراتب
field-skills = المهارات
field-description = الوصف
field-requirements = المتطلبات
field-responsibilities = المهام
field-benefits = المزايا
field-employment-types = نوع التوظيف
field-contract-length = العقد
field-working-hours = ساعات العمل
field-start-date = تاريخ البدء
field-openings = عدد الشواغر
field-apply-by = آخر موعد للتقديم
field-how-to-apply = طريقة التقديم
field-contact = جهة الاتصال
field-qualifications = المؤهلات
field-languages = اللغات
field-additional-pay = بدلات ومكافآت إضافية
field-travel = السفر
field-relocation = التأشيرة والانتقال
field-notes = ملاحظات
field-enable-ai-interview = مقابلة بالذكاء الاصطناعي
field-is-featured = إعلان مميز

level-entry = مبتدئ
level-junior = مبتدئ بخبرة قصيرة
level-mid = متوسط الخبرة
level-senior = خبير
level-lead = قائد فريق
level-principal = خبير رئيسي
level-executive = إدارة عليا

work-type-onsite = في مقر العمل
work-type-remote = عن بُعد
work-type-hybrid = هجين

employment-full-time = دوام كامل
employment-part-time = دوام جزئي
employment-contract = عمل حر
employment-temporary = مؤقت
employment-intern = تدريب عملي
employment-apprenticeship = تلمذة مهنية
employment-volunteer = تطوع
employment-per-diem = عمل باليومية

period-hour = في الساعة
period-day = في اليوم
period-week = في الأسبوع
period-month = في الشهر
period-year = في السنة

finding-pay-not-stated = يجب ذكر نطاق الراتب في مكان هذه الوظيفة.
finding-gendered-wording = الصياغة تقصد جنسًا واحدًا.
finding-gender-coded-wording = الصياغة تخاطب جنسًا دون آخر.
finding-age-coded-wording = الصياغة تخاطب فئة عمرية معينة.
finding-language-by-birth = يطلب الإعلان لغة أصلية بالولادة بدلًا من إتقانها.
finding-equal-opportunity-not-stated = ينقص الإعلان بيان تكافؤ الفرص.
finding-country-not-stated = البلد غير مذكور.
