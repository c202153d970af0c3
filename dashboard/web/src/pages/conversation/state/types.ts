// What the page knows of a conversation: one entry of the cache, read once and kept up to date by events.
import type { components } from '../../../../generated/api';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type JobData = Schemas['JobData'];
export type JobDataPatch = Schemas['JobDataPatch'];
export type Message = Schemas['Message'];
export type Turn = Schemas['Turn'];
export type FieldProvenance = Schemas['FieldProvenance'];
export type ValueProvenance = Schemas['ValueProvenance'];
export type PatchOperation = Schemas['PatchOperation'];
export type SessionEvent = Schemas['SessionEvent'];
export type Change = Schemas['Change'];

/** A version of the job data, as the patch that leads to it. */
export type Version = { version: number; at?: string; patch: PatchOperation[] };

export type Conversation = {
  session: Session;
  etag: string;
  messages: Message[];
  turns: Turn[];
  provenance: FieldProvenance[];
  /** The reply that is being written. */
  answer: { turnId: string; text: string } | null;
  history: Version[];
  /** The fields that the last change touched. */
  changed: string[];
  jobPost: { id: string; revision: number } | null;
  publication: { status: 'delivered' | 'failed'; code?: string } | null;
  lastSequence: number;
  /** What an event announced without its content, and has to be read again. */
  stale: 'none' | 'session' | 'all';
  /** Rises whenever something becomes stale: a reading that began before does not make it fresh. */
  staleCount: number;
};

/** What is read whole. */
export type Snapshot = Pick<Conversation, 'session' | 'etag' | 'messages' | 'turns' | 'provenance'>;
