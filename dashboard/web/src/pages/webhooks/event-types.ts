// The events that an endpoint can ask for. audit.recorded is sent only to those that name it; webhook.test always.
export const eventTypes = [
  'session.completed', 'session.expiring', 'session.expired', 'turn.completed', 'turn.failed',
  'job_post.published', 'job_post.revised', 'job_post.deleted', 'audit.recorded',
] as const;
