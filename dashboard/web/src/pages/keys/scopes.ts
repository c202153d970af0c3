// The scopes of API keys, by what they are about.
export const scopes = [
  'sessions:read', 'sessions:write', 'job_posts:read', 'job_posts:write', 'publications:read', 'publications:write',
  'webhooks:read', 'webhooks:write', 'organization:read', 'organization:write', 'members:read', 'audit:read',
] as const;

export type Scope = (typeof scopes)[number];
