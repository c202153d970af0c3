# Replies for a model that gave none of its own. One line a sentence, the same names and variables in every language.

no-answer = I'm sorry, I can't answer that one. Could you put it differently, or tell me more about the position?
noted-that = I've noted that. What else should the job post say?
