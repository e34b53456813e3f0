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

/** One change of a scene: `set` or `unset` a property, `add` or `remove` a node. */
export interface Operation {
  op: 'add' | 'remove' | 'set' | 'unset';
  path: string;
  value?: unknown;
}

/** How a visitor looks: a colour (sRGB, `#rrggbb`) and a figure. */
export interface Body {
  color: string;
  figure: 'guide' | 'headset' | 'plain';
}

/** Somebody in the hall; `id` is that of presence records, `seat` the node they sit on. */
export interface Person {
  id: number;
  name: string;
  role: string;
  body: Body;
  seat: string | null;
}

/** Where a cut connection was: the ticket it was given and the last revision it had applied. */
export interface Resume {
  ticket: string;
  epoch: string;
  revision: number;
}

/** One asset to fetch: for which node, which level (0 is the finest) and how many bytes. */
export interface Fetch {
  node: string;
  level: number;
  asset: string;
  bytes: number;
}

/** One finding: a JSON pointer into what was sent, a stable code, and words. */
export interface Detail {
  pointer: string;
  code: string;
  severity: 'error' | 'warning';
  message: string;
}

/** Say who is speaking: protocol version, an optional token, a name to show, a language. */
export interface AuthMessage {
  t: 'auth';
  version: number;
  token?: string | null;
  name?: string;
  lang?: Language;
  body?: Body;
  agent?: string;
}

/** Enter a hall at a spawn point, or take up a cut connection again. */
export interface JoinMessage {
  t: 'join';
  hall: string;
  spawn?: string | null;
  resume?: Resume | null;
}

/** Leave the hall but keep the connection. */
export interface LeaveMessage {
  t: 'leave';
}

/** Change the scene; `base` is the revision that structural operations were made on. */
export interface EditMessage {
  t: 'edit';
  id: number;
  layer: Layer;
  base: number;
  ops: Operation[];
}

/** Ask for a walkable way between two places of the hall. */
export interface FindPathMessage {
  t: 'path';
  id: number;
  start: Vec3;
  goal: Vec3;
}

/** Ask what somebody standing at `at` needs, in order of need. */
export interface NeedMessage {
  t: 'need';
  id: number;
  at: Vec3;
}

/** Ask for the names and looks of people met in presence frames. */
export interface WhoMessage {
  t: 'who';
  ids: number[];
}

/** Take a seat, or stand up with `null`. */
export interface SitMessage {
  t: 'sit';
  id: number;
  seat: string | null;
}

/** Change the name, language or looks that others see. */
export interface MeMessage {
  t: 'me';
  name: string;
  body: Body;
  lang?: Language;
}

/** Ask for the server's time; `at` comes back as it was sent (client milliseconds). */
export interface PingMessage {
  t: 'ping';
  at: number;
}

/** First words: versions, the server's time in seconds, and this connection's id for support. */
export interface HelloMessage {
  t: 'hello';
  version: number;
  oldest: number;
  time: number;
  connection: string;
}

/** You are known: your role and the name you are shown by. */
export interface ReadyMessage {
  t: 'ready';
  role: string;
  name: string;
}

/**
 * You are in the hall.
 *
 * `scene` is the whole state (`{hall, nodes}`) unless `patches` bring a resumed client up
 * to date; `shared` is the interaction layer, path to value. `time` is server seconds,
 * `tick` ticks per second.
 */
export interface JoinedMessage {
  t: 'joined';
  hall: string;
  you: number;
  ticket: string;
  epoch: string;
  revision: number;
  resumed: boolean;
  scene: Record<string, unknown> | null;
  shared: Record<string, unknown> | null;
  patches: PatchMessage[] | null;
  position: Vec3;
  yaw: number;
  people: Person[];
  total: number;
  manifest: Fetch[];
  time: number;
  tick: number;
}

/** The scene changed: apply `ops` in order; the hall is then at `revision`. */
export interface PatchMessage {
  t: 'patch';
  hall: string;
  revision: number;
  layer: Layer;
  ops: Operation[];
  author: string;
}

/** Request `id` was carried out; an edit is durable and the hall is at `revision`. */
export interface DoneMessage {
  t: 'done';
  id: number;
  revision: number;
}

/** Something was refused and nothing changed; `id` is the request, when it had one. */
export interface ErrorMessage {
  t: 'error';
  code: string;
  message: string;
  details: Detail[];
  request_id: string;
  id: number | null;
}

/** Who these people are: they came, changed, or were asked about. */
export interface PeopleMessage {
  t: 'people';
  here: Person[];
  total: number;
}

/** These people left or fell silent; forget their poses. */
export interface GoneMessage {
  t: 'gone';
  ids: number[];
  total: number;
}

/** A way to walk, corner by corner, or `null` when there is none. */
export interface WalkablePathMessage {
  t: 'path';
  id: number;
  points: Vec3[] | null;
}

/** What to fetch, most needed first. */
export interface ManifestMessage {
  t: 'manifest';
  id: number;
  items: Fetch[];
}

/** The hall you were in is no longer open to you; join `hall` instead. */
export interface MovedMessage {
  t: 'moved';
  hall: string;
  code: string;
  message: string;
}

/** The server's time in seconds, and `at` as it was sent. */
export interface PongMessage {
  t: 'pong';
  at: number;
  time: number;
}

/** The server closes this connection, and why. */
export interface ByeMessage {
  t: 'bye';
  code: string;
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
