# سجل التدقيق.

audit-action = الإجراء
audit-any-action = أي إجراء
audit-object = الموضوع
audit-address = العنوان
audit-when = الوقت
audit-none = لا قيود مطابقة
audit-before = قبل
audit-after = بعد
audit-details = التفاصيل
actor-person = عضو سابق
actor-api-key = مفتاح API
actor-anonymous = غير معروف
actor-system = Postwright
actor-operator = المشغّل
request-by = بواسطة
request-id = معرّف الطلب
