# The job posts, and one of them.

job-posts-none = No job posts yet
job-posts-none-text = A finished conversation becomes a job post.
job-post-revision = Revision
job-post-revision-of = Revision { $revision }
job-post-revisions = Revisions
job-post-published = Published
job-post-delivery = Delivery
job-post-delivered-at = Arrived
job-post-not-delivered = no target
job-post-external = Id over there
job-post-conversation = Open the conversation
job-post-compliance = Wording and pay rules
job-post-files = Download
job-post-delete-title = Delete this job post?
job-post-delete-text = The post and what was sent of it are gone for good. Copies in your own systems stay there; the webhook job_post.deleted tells them.
publication-error-refused = Your system has refused it.
publication-error-unexpected-answer = Your system has answered neither yes nor no.
publication-error-unavailable = Your system is not available at the moment. It is tried again.
publication-error-no-answer = Your system has not answered.
publication-error-not-sent = It could not be sent because of an error here.
publication-error-target-removed = The publication target was removed before it arrived.
problem-being-sent = An attempt is running. Wait for its end, then send again.
problem-target-removed = There is no publication target any more.
