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
  1001: { code: 'server_stopping', retry: true },
  1013: { code: 'server_full', retry: true },
};

/** x, y, z in metres; +Y is up. */
export type Vec3 = [number, number, number];

export type Language = 'en' | 'zh-CN';
export type Layer = 'draft' | 'published' | 'shared';

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
  /** `visitor` or `operator` */
  role: string;
  /** how they look */
  body: Body;
  /** the node they sit on */
  seat: string | null;
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

/** Say who is speaking. Once, within ten seconds; `join` may follow at once. */
export interface AuthMessage {
  t: 'auth';
  /** the version of the protocol that this client speaks */
  version: number;
  /** a session's secret; without one, a browser's cookie decides, else it is a visitor */
  token?: string | null;
  /** the name to show; the server may give another */
  name?: string;
  /** the language of errors */
  lang?: Language;
  /** how one looks */
  body?: Body;
  /** the client's own name and version, for support */
  agent?: string;
}

/** Enter a hall, or take up a cut connection again. Answered by `joined` or `error`. */
export interface JoinMessage {
  t: 'join';
  /** the hall's id */
  hall: string;
  /** the spawn node to appear at; without one, the hall's first */
  spawn?: string | null;
  /** where the cut connection was */
  resume?: Resume | null;
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
  /** the name to show */
  name: string;
  /** how one looks */
  body: Body;
  /** the language of errors */
  lang?: Language;
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
  /** `visitor` or `operator` */
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

/** The scene changed: apply `ops` in order. */
export interface PatchMessage {
  t: 'patch';
  /** the hall's id */
  hall: string;
  /** the scene's revision after it */
  revision: number;
  /** the layer that changed */
  layer: Layer;
  /** what changed */
  ops: Operation[];
  /** the role of whoever changed it */
  author: string;
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
  | FindPathMessage
  | NeedMessage
  | WhoMessage
  | SitMessage
  | MeMessage
  | PingMessage;

/** Everything the server may say. */
export type ServerMessage =
  | HelloMessage
  | ReadyMessage
  | JoinedMessage
  | PatchMessage
  | DoneMessage
  | ErrorMessage
  | PeopleMessage
  | GoneMessage
  | WalkablePathMessage
  | ManifestMessage
  | MovedMessage
  | PongMessage
  | ByeMessage;
