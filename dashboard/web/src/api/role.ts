// Which role may see what. The server decides; the page leaves out what would be refused.
import { useTenant } from './tenant';

const roles = ['viewer', 'member', 'admin', 'owner'] as const;

export type Role = (typeof roles)[number];

export function hasRole(role: string, needed: Role): boolean {
  return roles.indexOf(role as Role) >= roles.indexOf(needed);
}

export function useMay(needed: Role): boolean {
  return hasRole(useTenant().me.role, needed);
}
