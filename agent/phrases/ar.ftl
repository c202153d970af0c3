# Replies for a model that gave none of its own. Modern standard Arabic, polite.

no-answer = عذرًا، لا أستطيع الإجابة عن ذلك. هل يمكنك قولها بطريقة أخرى، أو إخباري بالمزيد عن الوظيفة؟
noted-that = سجّلت ذلك. ماذا يجب أن يذكر الإعلان أيضًا؟
