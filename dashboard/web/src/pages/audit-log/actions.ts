// The things that the audit log tells of. An action is a thing and a verb: member.role_changed.
export const actions = [
  'account.email_changed', 'account.password_changed', 'account.second_factor_added', 'account.second_factor_removed',
  'api_key.created', 'api_key.refused', 'api_key.revoked', 'api_key.updated', 'audit_log.exported',
  'identity_provider.created', 'identity_provider.deleted', 'identity_provider.updated',
  'invitation.accepted', 'invitation.created', 'invitation.revoked', 'job_post.deleted', 'login.began', 'login.ended',
  'member.added', 'member.removed', 'member.role_changed', 'operation.refused', 'organization.exported', 'organization.updated',
  'publication.redelivered', 'publication_target.created', 'publication_target.deleted', 'publication_target.updated',
  'session.deleted', 'session.reopened', 'sign_in.locked_out', 'sign_in.refused', 'template.created', 'template.deleted',
  'template.updated', 'webhook_endpoint.created', 'webhook_endpoint.deleted', 'webhook_endpoint.secret_rotated',
  'webhook_endpoint.updated',
] as const;
