// Saves some settings of the organization; the others stay as they are.
import type { components } from '../../../generated/api';
import { useChange } from '../../api/use-change';

export type Organization = components['schemas']['Organization'];
export type Settings = components['schemas']['UpdateOrganizationRequest'];

export function useSave(onDone?: () => void) {
  return useChange((client, body: Settings) => client.PATCH('/v1/organization', { body }), { reads: ['/v1/organization'], onDone });
}
