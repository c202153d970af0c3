# Replies for a model that gave none of its own. Formy neutralne, bez „Pan” i „Pani”.

no-answer = Niestety nie mogę na to odpowiedzieć. Proszę powiedzieć to inaczej lub podać więcej informacji o stanowisku.
noted-that = Zanotowano. Co jeszcze powinno się znaleźć w ogłoszeniu?
