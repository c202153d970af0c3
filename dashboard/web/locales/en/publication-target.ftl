# The publication target and what was sent to it.

target-lead = Every job post is sent here once it is published.
target-none = No publication target
target-none-text = Posts can be published all the same. Set a target, and they arrive in your own system by themselves.
target-set = Set the target
target-format = Format
target-format-signed-json = Signed JSON
target-format-ai-create = ai-create
target-url-help-signed-json = The full https address that takes the posts.
target-url-help-ai-create = The base address; /jobposts/ai-create is appended.
target-token = Bearer token
target-token-set = stored
target-token-none = none
target-token-keep = Leave it empty to keep the stored one.
target-new-secret = Create a new secret for the signatures
target-changed = Changed
target-interview-languages = Interview languages
target-interview-duration = Interview duration
target-expires-after = Expires after, in days
target-ai-prompt = Prompt of the interview
target-ai-instructions = Instructions for the interview
target-remove = Remove
target-remove-title = Remove the publication target?
target-remove-text = Posts that are on their way are not sent any more. New posts can be published, but go nowhere.
publications = Sent job posts
publications-none = Nothing was sent yet.
publication-error = Reason
