/** What the desk speaks of: the printed bodies, with what they leave open spelled out. */

import type * as printed from './printed';

export type Localised = printed.Localised;
/** One thing that is wrong: a JSON pointer into what was sent, a stable code, plain words. */
export type Finding = printed.ErrorDetail;
/** The one shape of an error answer. */
export type Problem = printed.ErrorAnswer;
/** An image, a film or a document. */
export type Medium = printed.MediaAnswer;
export type Board = printed.BoardAnswer;
export type Session = printed.SessionAnswer;
export type OwnAccount = printed.OwnAccount;
export type OwnSession = printed.SessionShown;
export type TotpBegun = printed.TotpBegun;
export type Passkey = printed.PasskeyAnswer;
export type LinkedAnswer = printed.LinkedAnswer;
export type PairingShown = printed.PairingShown;
export type InvitationShown = printed.InvitationShown;
export type Grant = printed.GrantBody;
export type Role = Grant['role'];
export type Publication = printed.PublicationAnswer;
export type Source = printed.JobsSourceAnswer;
export type Blocked = printed.BlockedAnswer;
export type Placement = printed.PlacementAnswer;
export type Fit = NonNullable<Placement['fit']>;
export type Vec3 = [number, number, number];

export interface HallSummary extends Omit<printed.HallSummary, 'name'> {
  name: Localised;
}

export interface Park extends Omit<printed.ParkAnswer, 'name' | 'contact' | 'halls'> {
  name: Localised;
  contact: Localised | null;
  halls: HallSummary[];
}

export interface Live extends Omit<printed.LiveAnswer, 'halls' | 'tick_ms'> {
  halls: (HallSummary & { rooms: number[] })[];
  tick_ms: { median: number; p99: number; worst: number };
}

export const STEPS = ['receive', 'gate', 'check', 'normalise', 'derive', 'prove', 'poster', 'publish'] as const;
export type StepName = (typeof STEPS)[number];
export const MEDIA_STEPS = ['receive', 'gate', 'pages', 'poster', 'publish'] as const;
export type JobKind = printed.JobAnswer['kind'];
export type JobStep = printed.StepAnswer;
export type StepState = JobStep['state'];
export type Job = printed.JobAnswer;

export interface Level {
  asset: string;
  bytes: number;
  triangles: number;
  /** Metres. */
  error: number;
}

/** The model component that the nodes of a scene carry. */
export interface Model {
  /** Finest first. */
  levels: Level[];
  bounds: { min: Vec3; max: Vec3 };
  /** Linear light, 0 to 1. */
  color: Vec3;
  clips: string[];
  variants: string[];
  parts: number;
  role: string;
}

export interface Card {
  title: Localised;
  maker: Localised;
  text: Localised;
  facts: { label: Localised; value: Localised }[];
  licence: string;
  contact: Localised;
}

export interface Revision extends Omit<printed.RevisionAnswer, 'model'> {
  model: Model;
}

export interface Exhibit extends Omit<printed.ExhibitAnswer, 'title' | 'card' | 'revisions'> {
  title: Localised;
  card: Partial<Card>;
  /** Newest first. */
  revisions: Revision[];
}

/** A node of a hall's scene, as far as this page looks at it. */
export interface SceneNode {
  kind: string;
  name?: Localised;
  parent?: string | null;
  plinth?: { height: number; radius: number };
  [property: string]: unknown;
}

export interface Scene extends Omit<printed.SceneAnswer, 'hall' | 'nodes'> {
  hall: { id: string; name: Localised; [property: string]: unknown };
  nodes: Record<string, SceneNode>;
}
