# Home.

home-attention = { $count ->
    [one] One thing needs attention
   *[other] { $count } things need attention
}
home-attention-none = Nothing needs your attention.
attention-publication-failed = A job post has not arrived in your system
attention-webhook-endpoint-failing = A webhook endpoint is failing
attention-webhook-endpoint-disabled = A webhook endpoint is switched off
attention-api-key-ending = An API key expires soon
home-live = Live now
home-live-none = No conversation is open at the moment.
home-all-conversations = All conversations
home-posts = Latest job posts
home-all-posts = All job posts
home-steps = First steps with the API
home-steps-text = From a conversation to a published post in three calls.
home-step-key = Create an API key
home-step-start = 1. Start a conversation
home-step-talk = 2. Send a message, get the reply and the draft
home-step-finish = 3. Confirm the summary by its content_hash
