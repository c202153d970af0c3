// The roles, and who may give them: admins everything up to admin, owners all.
import { hasRole, type Role } from '../../api/role';

export const roles = ['viewer', 'member', 'admin', 'owner'] as const;

export function rolesToGive(own: string): Role[] {
  return roles.filter((role) => role !== 'owner' || own === 'owner');
}

export function mayChange(own: string, of: string): boolean {
  return hasRole(own, 'admin') && (of !== 'owner' || own === 'owner');
}
