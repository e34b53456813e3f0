// Printed from server/wire by `python -m tools.print_wire`. Do not edit.
// Every message of the live socket: a MessagePack map whose key `t` names it.

/** The version of the protocol that these types describe. */
export const VERSION = 1;
/** The oldest version that the server accepts. */
export const OLDEST = 1;
/** The WebSocket subprotocol to ask for. */
export const SUBPROTOCOL = 'lingjing.v1';

// First bytes of packed frames.
export const POSE_FRAME = 1;
export const PRESENCE_FRAME = 2;
export const VOICE_FRAME = 3;

// Sizes in packed frames, bytes.
export const HEAD_BODY = 12;
export const FULL_BODY = 30;
export const HEAD_RECORD = 14;
export const FULL_RECORD = 32;
export const PRESENCE_HEADER = 12;

/** Why the server closed the socket, by close code, and whether to connect again. */
export const CLOSING: Record<number, { code: string; retry: boolean }> = {
  1009: { code: 'message_too_large', retry: false },
  1003: { code: 'text_refused', retry: false },
  1002: { code: 'frame_invalid', retry: false },
  4000: { code: 'version_unsupported', retry: false },
  4001: { code: 'token_refused', retry: false },
  4002: { code: 'auth_late', retry: true },
  4003: { code: 'too_many_errors', retry: false },
  4004: { code: 'too_fast', retry: true },
  4005: { code: 'too_slow', retry: true },
  4006: { code: 'silent_too_long', retry: true },
  4007: { code: 'connection_replaced', retry: false },
  4008: { code: 'removed', retry: false },
  4009: { code: 'blocked', retry: false },
  1001: { code: 'server_stopping', retry: true },
  1013: { code: 'server_full', retry: true },
};

/** x, y, z in metres; +Y is up. */
export type Vec3 = [number, number, number];

export type Language = 'en' | 'zh-CN';
export type Layer = 'draft' | 'published' | 'shared';
export type KeptLayer = 'draft' | 'published';
export type Reason = 'abuse' | 'content' | 'imitation' | 'other' | 'spam';
export type Shape = 'aa' | 'ee' | 'ih' | 'oh' | 'ou' | 'sil';

/** One change of a scene. */
export interface Operation {
  /** `set` or `unset` a property, `add` or `remove` a node */
  op: 'add' | 'remove' | 'set' | 'unset';
  /** `/nodes/<id>`, `/nodes/<id>/<property>…` or `/hall/<property>…` */
  path: string;
  /** what to set or the node to add; left out otherwise (`null` is a value) */
  value?: unknown;
}

/** How a visitor looks. */
export interface Body {
  /** sRGB, `#rrggbb` in lower case */
  color: string;
  /** which body is drawn */
  figure: 'guide' | 'headset' | 'plain';
}

/** Somebody in the hall. */
export interface Person {
  /** the id of presence records; it may be given to somebody else later */
  id: number;
  /** the name to show */
  name: string;
  /** the role by which others know them: `visitor`, `host`, `operator` … */
  role: string;
  /** how they look */
  body: Body;
  /** the node they sit on */
  seat: string | null;
  /** true when the name is that of an account, and nobody else's */
  account: boolean;
  /** true when a moderator has muted them */
  muted: boolean;
}

/** Where a cut connection was. */
export interface Resume {
  /** the one that `joined` brought */
  ticket: string;
  /** the one that `joined` brought */
  epoch: string;
  /** the last revision that was applied */
  revision: number;
}

/** One asset to fetch. */
export interface Fetch {
  /** the node that shows it */
  node: string;
  /** 0 is the finest */
  level: number;
  /** SHA-256 in lower-case hexadecimal; the bytes are at `/assets/<asset>` */
  asset: string;
  /** how many there are */
  bytes: number;
}

/** An edit of the draft that is kept but not in force: what it changes is not there any more. */
export interface Aside {
  /** the draft's number that it got */
  number: number;
  /** who made it */
  author: string;
  /** what it would change */
  ops: Operation[];
  /** why it does not apply, a stable code */
  code: string;
}

/** What somebody who edits has selected. */
export interface Selection {
  /** their id in presence records; `null` for somebody in another room of the hall */
  person: number | null;
  /** the name to show */
  name: string;
  /** the nodes */
  nodes: string[];
  /** where those of them stand that they hold now: translation, rotation, scale */
  moving?: Record<string, [Vec3, [number, number, number, number], Vec3]>;
}

/** One finding. */
export interface Detail {
  /** a JSON pointer (RFC 6901) into what was sent */
  pointer: string;
  /** a stable code */
  code: string;
  /** `error`, or `warning` for what was let through */
  severity: 'error' | 'warning';
  /** words in the reader's language */
  message: string;
}

/** What a clause of a guide rests on. */
export interface Cited {
  /** the document's id */
  document: string;
  /** of the document */
  version: number;
  /** of the document */
  title: string;
  /** the first character of the quote in the document's text */
  start: number;
  /** the one after its last */
  end: number;
  /** the very words */
  quote: string;
}

/** A clause as sound. */
export interface Sound {
  /** where it is fetched, on this origin; it is kept for some minutes */
  path: string;
  /** its media type */
  type: string;
}

/** A guide of the hall, as those see it who are in its room. */
export interface GuideHere {
  /** the node that it belongs to */
  node: string;
  /** its id in presence records, by which it has a name and a look as everybody has */
  person: number;
  /** who it is */
  persona: string;
  /** in both languages, `zh` and `en` */
  name: Record<string, string>;
  /** the asset of its VRM avatar; empty when there is none */
  body: string;
  /** what it does */
  state: 'idle' | 'speaking' | 'thinking' | 'walking';
  /** whom it speaks with */
  addressee: number | null;
  /** who is next, in order */
  waiting: number[];
  /** the name of the member of staff who speaks through it; empty while it is the AI */
  human: string;
  /** questions to begin with, each in both languages */
  suggestions: (Record<string, string>)[];
}

/** Say who is speaking. Once, within ten seconds; `join` may follow at once. */
export interface AuthMessage {
  t: 'auth';
  /** the version of the protocol that this client speaks */
  version: number;
  /** for programs: a session's secret or an API key; pages `join` with a ticket */
  token?: string | null;
  /** the name to show; somebody with an account keeps the account's */
  name?: string;
  /** the language of errors */
  lang?: Language;
  /** how one looks */
  body?: Body;
  /** the client's own name and version, for support */
  agent?: string;
  /** agrees to be counted, without a name, in the sums that `statistics` are made of */
  measure?: boolean;
}

/**
 * Enter a hall, or take up a cut connection again. Answered by `joined` or `error`.
 *
 * Whoever is there `unseen` takes none of the hall's places: other people neither see nor count
 * them, and no presence frames come to them. A place that is taken up again stays as it was.
 */
export interface JoinMessage {
  t: 'join';
  /** the hall's id */
  hall: string;
  /** the spawn node to appear at; without one, the hall's first */
  spawn?: string | null;
  /** where the cut connection was */
  resume?: Resume | null;
  /** says whose account this is; good once, within a minute of its making */
  ticket?: string | null;
  /** be there without a body, for those who may read the hall's draft */
  unseen?: boolean;
}

/** Leave the hall but keep the connection. */
export interface LeaveMessage {
  t: 'leave';
}

/** Change the scene. Answered by `done` when it is durable, or by `error`. */
export interface EditMessage {
  t: 'edit';
  /** the request */
  id: number;
  /** `published`, `draft` (both for staff) or `shared` (interaction, for all) */
  layer: Layer;
  /** the revision on which structural operations (add, remove, a new parent) were made */
  base: number;
  /** carried out in order, all or none; of a visitor's 20 a second are taken, 60 at once */
  ops: Operation[];
}

/**
 * Undo one's newest edit of a layer. Answered by `done` when it is durable, or `error`.
 *
 * Refused with `undo_conflict` when somebody else has changed the same since; `details` say
 * what. With `anyway`, others' values are replaced in `published`, and stay in `draft`.
 */
export interface UndoMessage {
  t: 'undo';
  /** the request */
  id: number;
  /** `published` or `draft` */
  layer: KeptLayer;
  /** undo all the same */
  anyway?: boolean;
}

/** Do one's last undone edit again. Answered like `undo`. */
export interface RedoMessage {
  t: 'redo';
  /** the request */
  id: number;
  /** `published` or `draft` */
  layer: KeptLayer;
  /** do it again even though somebody else has changed the same since */
  anyway?: boolean;
}

/**
 * Follow the draft of the hall, or follow it no more. Answered by `drafted` or `done`.
 *
 * Afterwards come `patch` of layer `draft`, each with the next `number`, and `drafted`
 * anew whenever the draft changes otherwise. Ask again when a number is missing, and after
 * each `joined`.
 */
export interface WatchDraftMessage {
  t: 'watch';
  /** the request */
  id: number;
  /** true to follow it */
  draft?: boolean;
}

/**
 * Say which nodes one has selected, so that others who edit see it. Not answered.
 *
 * While one holds some of them, say where they stand, up to ten times a second; nothing of it is
 * kept. Say it once more, without `moving`, when they are let go.
 */
export interface SelectMessage {
  t: 'select';
  /** all of them; none to select nothing */
  nodes: string[];
  /** where those of them stand that one holds: translation, rotation, scale below the parent */
  moving?: Record<string, [Vec3, [number, number, number, number], Vec3]>;
}

/** Report somebody of the hall to the staff. Answered by `done` or `error`. */
export interface ReportMessage {
  t: 'report';
  /** the request */
  id: number;
  /** their id in presence records */
  who: number;
  /** what it is about */
  reason: Reason;
  /** what happened */
  words?: string;
}

/** Ask for a walkable way between two places of the hall. Answered by `path`. */
export interface FindPathMessage {
  t: 'path';
  /** the request */
  id: number;
  /** metres */
  start: Vec3;
  /** metres */
  goal: Vec3;
}

/** Ask what somebody standing at a place needs. Answered by `manifest`. */
export interface NeedMessage {
  t: 'need';
  /** the request */
  id: number;
  /** metres */
  at: Vec3;
}

/** Ask for the names and looks of people met in presence frames. Answered by `people`. */
export interface WhoMessage {
  t: 'who';
  /** those that are not known */
  ids: number[];
}

/** Take a seat, or stand up. Answered by `done` or `error`. */
export interface SitMessage {
  t: 'sit';
  /** the request */
  id: number;
  /** a seat node, or `null` to stand up */
  seat: string | null;
}

/** Change what others see. */
export interface MeMessage {
  t: 'me';
  /** the name to show; somebody with an account keeps the account's */
  name: string;
  /** how one looks */
  body: Body;
  /** the language of errors */
  lang?: Language;
  /** agrees to be counted, from now on or no longer */
  measure?: boolean;
}

/**
 * Ask a guide something. Answered by `turn`, or by `error`.
 *
 * Then come `say` and `act`, and `turn` anew whenever its state changes. Whoever asks the
 * same guide again while it answers them stops that answer first.
 */
export interface AskMessage {
  t: 'ask';
  /** the request */
  id: number;
  /** the guide's node */
  guide: string;
  /** the question */
  text: string;
  /** the language of the answer; empty: that of the question */
  lang?: '' | 'en' | 'zh-CN';
  /** only the one who asks hears question and answer */
  whisper?: boolean;
}

/** Stop a guide that speaks to one, or give up one's place in its queue. Answered by `done`. */
export interface HushMessage {
  t: 'hush';
  /** the request */
  id: number;
  /** which */
  turn: number;
  /** how many of its clauses were heard whole */
  heard?: number;
  /** how much of the next one was heard */
  ms?: number;
}

/** Ask for the server's time. Answered by `pong`; allowed at any time. */
export interface PingMessage {
  t: 'ping';
  /** the client's milliseconds, which come back as they were sent */
  at: number;
}

/** The first words of the server. */
export interface HelloMessage {
  t: 'hello';
  /** the version that it speaks */
  version: number;
  /** the oldest version that it accepts */
  oldest: number;
  /** the server's clock, seconds */
  time: number;
  /** this connection's id, to quote when asking for help */
  connection: string;
}

/** You are known. */
export interface ReadyMessage {
  t: 'ready';
  /** the role that you are known by until you join */
  role: string;
  /** the name that you are shown by */
  name: string;
}

/** You are in the hall. */
export interface JoinedMessage {
  t: 'joined';
  /** the hall's id */
  hall: string;
  /** your id in presence records; you skip it in shared frames */
  you: number;
  /** with this you take up your place again after a cut */
  ticket: string;
  /** revisions are comparable within one epoch */
  epoch: string;
  /** the scene's revision after `scene` or `patches` */
  revision: number;
  /** true when `patches` bring your scene up to date */
  resumed: boolean;
  /** the whole published state, `{hall, nodes}`; `null` when resumed */
  scene: Record<string, unknown> | null;
  /** the whole interaction layer, path to value; `null` when resumed */
  shared: Record<string, unknown> | null;
  /** what you missed, in order; `null` unless resumed */
  patches: PatchMessage[] | null;
  /** where your feet are, metres */
  position: Vec3;
  /** radians about +Y; 0 looks along -Z */
  yaw: number;
  /** those who are here, as far as they are told at once; ask `who` for others */
  people: Person[];
  /** how many are here */
  total: number;
  /** what to fetch, most needed first */
  manifest: Fetch[];
  /** the server's clock, seconds */
  time: number;
  /** presence frames a second */
  tick: number;
}

/** What you may do in this hall: told after `joined` and whenever it changes. */
export interface RightsMessage {
  t: 'rights';
  /** the role by which others know you */
  role: string;
  /** actions of the policy table */
  may: string[];
  /** nodes of the booths here in which you may do what is about one's own booth */
  booths?: string[];
}

/** The scene changed: apply `ops` in order. */
export interface PatchMessage {
  t: 'patch';
  /** the hall's id */
  hall: string;
  /** the scene's revision after it; an edit of the draft does not change it */
  revision: number;
  /** the layer that changed */
  layer: Layer;
  /** what changed */
  ops: Operation[];
  /** who changed it, as histories name them */
  author: string;
  /** of the draft after an edit of it; 0 for the other layers */
  number: number;
}

/** The draft as it is, instead of what you knew of it. */
export interface DraftedMessage {
  t: 'drafted';
  /** the request; `null` when the draft changed otherwise than by one more edit */
  id: number | null;
  /** of its newest change; the next `patch` of the draft has the next number */
  number: number;
  /** the published revision that it lies on */
  base: number;
  /** what is in force, in order */
  ops: Operation[];
  /** what is kept but not in force */
  aside: Aside[];
}

/** What those who edit this hall have selected, instead of what you knew of it. */
export interface SelectionsMessage {
  t: 'selections';
  /** everybody who has selected something */
  who: Selection[];
}

/** Something that you should know of; nothing of yours was refused. */
export interface NoticeMessage {
  t: 'notice';
  /** a stable code */
  code: string;
  /** words in your language */
  message: string;
  /** how much it matters */
  level: 'info' | 'warning';
}

/** A request was carried out. */
export interface DoneMessage {
  t: 'done';
  /** the request */
  id: number;
  /** the scene's revision; an edit is durable and was sent to all before this */
  revision: number;
}

/** Something was refused and nothing changed. */
export interface ErrorMessage {
  t: 'error';
  /** a stable code */
  code: string;
  /** words in the reader's language */
  message: string;
  /** what is wrong, and where in what was sent */
  details: Detail[];
  /** to quote when asking for help */
  request_id: string;
  /** the request, when it had one */
  id: number | null;
}

/** People came, changed, or were asked about. */
export interface PeopleMessage {
  t: 'people';
  /** who they are now */
  here: Person[];
  /** how many are in the hall */
  total: number;
}

/** People left or fell silent: forget who they were and where. */
export interface GoneMessage {
  t: 'gone';
  /** their ids */
  ids: number[];
  /** how many are in the hall */
  total: number;
}

/** A way to walk. */
export interface WalkablePathMessage {
  t: 'path';
  /** the request */
  id: number;
  /** corner by corner, the start and the goal included; `null` when there is no way */
  points: Vec3[] | null;
}

/** What to fetch. */
export interface ManifestMessage {
  t: 'manifest';
  /** the request */
  id: number;
  /** most needed first */
  items: Fetch[];
}

/** You are no longer in the hall that you were in: it closed, went away or changed its bounds. */
export interface MovedMessage {
  t: 'moved';
  /** the one to join now, which may be the same */
  hall: string;
  /** a stable code of the reason */
  code: string;
  /** words in your language */
  message: string;
}

/** The guides of this room, instead of what you knew of them. */
export interface GuidesMessage {
  t: 'guides';
  /** all of them */
  guides: GuideHere[];
}

/** How far an answer of a guide is. */
export interface TurnMessage {
  t: 'turn';
  /** the request, in the answer to `ask`; `null` otherwise */
  id: number | null;
  /** which */
  turn: number;
  /** the guide's node */
  guide: string;
  /** who asked */
  asker: number;
  /** what they asked */
  question: string;
  /** only the one who asked hears it */
  whisper: boolean;
  /** `queued`, `thinking` and `speaking` lead to `done`, `stopped` or `failed` */
  state: 'done' | 'failed' | 'queued' | 'speaking' | 'stopped' | 'thinking';
  /** how many are before it in the queue */
  place: number;
  /** why it was stopped or failed (listed below); empty when it was interrupted */
  code: string;
  /** to whoever asked: with this they rate it and take it along; empty to others */
  dialogue: string;
}

/** A clause that a guide speaks. */
export interface SayMessage {
  t: 'say';
  /** which answer it belongs to */
  turn: number;
  /** the guide's node */
  guide: string;
  /** its number in the answer, from 0 */
  n: number;
  /** the caption */
  text: string;
  /** the language that it is in */
  lang: 'en' | 'zh';
  /** an answer that rests on `citations`, a question back, nothing on record, or a notice */
  kind: 'answer' | 'ask_back' | 'notice' | 'unknown';
  /** what it rests on */
  citations: Cited[];
  /** to be heard; `null` when there is none, and the client may speak by itself */
  sound: Sound | null;
  /** the mouth, by milliseconds from the clause's beginning */
  marks: ([number, Shape, number])[];
  /** how long it takes to say */
  ms: number;
  /** when it begins, on the server's clock, seconds */
  at: number;
  /** `ai`, or `human` when a member of staff wrote it */
  by: 'ai' | 'human';
  /** only you hear it */
  whisper: boolean;
}

/** Something that a guide does, or has before whoever asked be done. */
export interface ActMessage {
  t: 'act';
  /** which answer it belongs to */
  turn: number;
  /** the guide's node */
  guide: string;
  /** its number in the answer, from 0 */
  n: number;
  /** its name */
  action: string;
  /** its arguments */
  args: Record<string, unknown>;
  /** `begun`, then `done`; or `refused`; `undone` after barge-in */
  state: 'begun' | 'done' | 'refused' | 'undone';
  /** why it was refused or undone (listed below); empty otherwise */
  code: string;
}

/** An answer was stopped: be silent at once, shut the mouth, forget clauses to come. */
export interface HushedMessage {
  t: 'hushed';
  /** which */
  turn: number;
  /** the guide's node */
  guide: string;
}

/** The server's time. */
export interface PongMessage {
  t: 'pong';
  /** as it was sent */
  at: number;
  /** the server's clock, seconds */
  time: number;
}

/** The server is about to close this connection. */
export interface ByeMessage {
  t: 'bye';
  /** a stable code of the reason */
  code: string;
  /** words in your language */
  message: string;
}

/** Everything a client may say. */
export type ClientMessage =
  | AuthMessage
  | JoinMessage
  | LeaveMessage
  | EditMessage
  | UndoMessage
  | RedoMessage
  | WatchDraftMessage
  | SelectMessage
  | ReportMessage
  | FindPathMessage
  | NeedMessage
  | WhoMessage
  | SitMessage
  | MeMessage
  | AskMessage
  | HushMessage
  | PingMessage;

/** Everything the server may say. */
export type ServerMessage =
  | HelloMessage
  | ReadyMessage
  | JoinedMessage
  | RightsMessage
  | PatchMessage
  | DraftedMessage
  | SelectionsMessage
  | NoticeMessage
  | DoneMessage
  | ErrorMessage
  | PeopleMessage
  | GoneMessage
  | WalkablePathMessage
  | ManifestMessage
  | MovedMessage
  | GuidesMessage
  | TurnMessage
  | SayMessage
  | ActMessage
  | HushedMessage
  | PongMessage
  | ByeMessage;
