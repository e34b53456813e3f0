// Printed from server/net by `python -m tools.print_api`. Do not edit.
// Every JSON body that the HTTP interface takes or gives.

/** A level that was not published because something would have been lost. */
export interface BlockedAnswer {
  level: number;
  findings: ErrorDetail[];
}

/** A board in a hall, since this revision of it; metres. */
export interface BoardAnswer {
  node: string;
  hall: string;
  media: string | null;
  width: number;
  height: number;
  revision: number;
}

/** What a board is to show; null clears it. */
export interface BoardChange {
  media: string | null;
}

/** A new board: its middle in metres, how it is turned (radians about +Y, 0 faces +Z). */
export interface BoardNew {
  hall: string;
  translation: [number, number, number];
  yaw?: number;
  width?: number | null;
}

/** Half the way in: one of these second factors is due, shown together with ``step``. */
export interface BodiesStepAnswer {
  step: string;
  methods: ('passkey' | 'totp' | 'recovery')[];
}

/** What a card says. A missing line stays as it is; null takes one away. */
export interface CardChange {
  maker?: Localised | null;
  text?: LongText | null;
  facts?: Fact[] | null;
  licence?: string | null;
  contact?: ContactText | null;
}

/** Where to send a one-time code: an e-mail address or a phone number. */
export interface CodeAsked {
  address: string;
}

/** What was taken away (with ``dry_run``: would be), and how many stored files stay. */
export interface CollectAnswer {
  blobs: number;
  bytes: number;
  kept: number;
  dry_run: boolean;
}

/** Take away stored files that nothing refers to; ``dry_run`` only counts them. Files younger than ``grace`` seconds stay in any case. */
export interface CollectBody {
  dry_run?: boolean;
  grace?: number;
}

/** What leads from ``before`` to ``after``; ``more`` when only the first nodes are listed. */
export interface ComparisonAnswer {
  before: StateAnswer;
  after: StateAnswer;
  counts: DifferenceCounts;
  changes: NodeDifference[];
  more: boolean;
}

/** How to reach somebody, in both languages. */
export interface ContactText {
  zh: string;
  en: string;
}

/** How many nodes came, went and changed; the hall itself is none of them. */
export interface DifferenceCounts {
  added: number;
  removed: number;
  changed: number;
}

/** The draft: its operations, the number of the newest, and the scene as it would be. */
export interface DraftAnswer {
  number: number;
  ops: Record<string, unknown>[];
  hall: Record<string, unknown>;
  nodes: Record<string, unknown>;
  revision: number;
}

/** What publishing the draft would change, who made it, and what it would replace. */
export interface DraftComparison {
  before: StateAnswer;
  after: StateAnswer;
  counts: DifferenceCounts;
  changes: NodeDifference[];
  more: boolean;
  number: number;
  drafters: DrafterAnswer[];
  overlaps: OverlapAnswer[];
}

/** Somebody whose edits are in the draft, how many, and when the last was made. */
export interface DrafterAnswer {
  author: string;
  author_name: string;
  edits: number;
  at: number;
}

/** What was looked at, longest first. */
export interface DwellAnswer {
  since: number;
  until: number;
  least: number;
  sums: DwellSum[];
}

/** How long one exhibit was looked at in one hall; ``mean`` seconds a visit. */
export interface DwellSum {
  hall: string;
  node: string;
  exhibit: string | null;
  title: Record<string, string>;
  visits: number | null;
  seconds: number | null;
  mean: number | null;
}

/** A published edit; ``note`` says where it came from: ``undo:12``, ``restore:3``. */
export interface EditAnswer {
  revision: number;
  author: string;
  author_name: string;
  at: number;
  note: string;
  ops: number;
  nodes: number;
  touched: TouchedAnswer[];
}

/** The one shape of an error. */
export interface ErrorAnswer {
  code: string;
  message: string;
  details: ErrorDetail[];
  request_id: string;
}

/** One finding: where in what was sent, a stable code, words. */
export interface ErrorDetail {
  pointer: string;
  code: string;
  severity: 'error' | 'warning';
  message: string;
}

/** An exhibit, its newest revisions first, and where it stands. */
export interface ExhibitAnswer {
  id: string;
  title: Record<string, string>;
  card: Record<string, unknown>;
  published: number | null;
  latest: number;
  poster: string | null;
  created: number;
  revisions: RevisionAnswer[];
  placements: PlacementAnswer[];
}

/** A new title, other lines of the card; every place where the exhibit stands follows. */
export interface ExhibitChange {
  title?: Localised | null;
  card?: CardChange | null;
}

/** Exhibits, newest first; ``next`` is what to ask ``before`` for the following page. */
export interface ExhibitList {
  exhibits: ExhibitAnswer[];
  next: string | null;
}

/** A revision's whole manifest: everything that it depends on, by hash. */
export interface ExhibitManifest {
  format: string;
  version: number;
  source: Record<string, unknown>;
  model: Record<string, unknown>;
  levels: ManifestFileAnswer[];
  blocked: Record<string, unknown>[];
  poster: Record<string, unknown> | null;
  findings: Record<string, unknown>[];
  fingerprint?: Record<string, unknown> | null;
}

/** An exhibit, or a new revision of one, out of files that have been uploaded. */
export interface ExhibitNew {
  uploads: string[];
  title?: Localised | null;
  exhibit?: string | null;
  hall?: string | null;
  at?: string | null;
  publish?: boolean | null;
  note?: string;
}

/** What was uploaded. */
export interface ExhibitsSourceAnswer {
  name: string;
  bytes: number;
  sha256: string;
}

/** One line of a data sheet. */
export interface Fact {
  label: FactLabel;
  value: Localised;
}

/** What a fact is about. */
export interface FactLabel {
  zh: string;
  en: string;
}

/** One asset to fetch. */
export interface FetchAnswer {
  node: string;
  level: number;
  asset: string;
  bytes: number;
}

/** A film; pixels and seconds, 0 where its length is not known. */
export interface FilmAnswer {
  asset: string;
  mime: string;
  duration: number;
  width: number;
  height: number;
}

/** What is wrong with the floor (pointers into ``walk``), and the way; null when none. */
export interface FloorAnswer {
  findings: ErrorDetail[];
  points: [number, number, number][] | null;
}

/** A floor as ``/hall/walk`` has it; with both places, a way between them is looked for. */
export interface FloorDrawn {
  walk: Record<string, unknown>;
  start?: [number, number, number] | null;
  goal?: [number, number, number] | null;
}

/** A role: everywhere, in one hall, or for one enterprise. */
export interface GrantBody {
  role: 'visitor' | 'investor' | 'creator' | 'enterprise_agent' | 'enterprise_owner' | 'presenter' | 'host' | 'clerk' | 'manager' | 'auditor' | 'regulator' | 'operator';
  hall?: string;
  enterprise?: string;
}

/** A model that now stands in a hall. */
export interface GroundsAnswer {
  node: string;
  hall: string;
  plinth: string | null;
  asset: string;
  bytes: number;
  revision: number;
}

/** What can be changed of a hall; a missing field stays as it is. */
export interface HallChange {
  name?: Localised | null;
  capacity?: number | null;
  state?: 'open' | 'closed' | null;
}

/** Every hall, in order. */
export interface HallList {
  halls: HallSummary[];
}

/** A new hall; it starts closed, and empty unless it is to be like another (``copy_of``). */
export interface HallNew {
  id: string;
  name?: Localised | null;
  kind?: 'outdoor' | 'indoor';
  capacity?: number | null;
  copy_of?: string | null;
}

/** Every hall once, in the order wanted. */
export interface HallOrder {
  halls: string[];
}

/** A hall as the list shows it. */
export interface HallSummary {
  id: string;
  name: Record<string, string>;
  kind: string;
  state: string;
  capacity: number;
  visitors: number;
  revision: number;
}

/** What staff know of a hall: its size, its draft, and its last edit (Unix time). */
export interface HallWork {
  id: string;
  nodes: number;
  exhibits: number;
  drafted: number;
  versions: number;
  edited: number | null;
  author: string;
  author_name: string;
}

/** The same of every hall, in order. */
export interface HallWorkList {
  halls: HallWork[];
}

/** How the server is: seconds, bytes, milliseconds; counts since it started. */
export interface Health {
  version: string;
  uptime: number;
  connections: number;
  tick_p99_ms: number;
  tick_hz: number;
  disk_free: number;
  disk_total: number;
  archive_bytes: number;
  jobs: number;
  errors: number;
  notices_waiting: number | null;
  notices_failed: number | null;
}

/** Where in a hall visitors were, in squares of ``size`` metres; the rest is untold. */
export interface HeatAnswer {
  hall: string;
  since: number;
  until: number;
  size: number;
  least: number;
  squares: HeatSum[];
}

/** A square of the floor: its corner with the least x and z, in metres. */
export interface HeatSum {
  x: number;
  z: number;
  seconds: number;
}

/** Published edits, newest first; ``next`` is the ``before`` of the following page. */
export interface HistoryAnswer {
  edits: EditAnswer[];
  next: number | null;
}

/** A job: how far it has come, and what came of it. Times are Unix times in seconds. */
export interface JobAnswer {
  id: string;
  kind: 'exhibit' | 'media';
  state: 'waiting' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled';
  steps: JobsStepAnswer[];
  code: string | null;
  message: string | null;
  findings: ErrorDetail[];
  source: JobsSourceAnswer;
  exhibit: string | null;
  revision: number | null;
  placed: JobPlaced | null;
  media: string | null;
  at: number;
  ended: number | null;
}

/** Jobs, newest first. */
export interface JobList {
  jobs: JobAnswer[];
}

/** Where an exhibit was put, and the hall's revision since. */
export interface JobPlaced {
  node: string;
  hall: string;
  plinth: string | null;
  revision: number;
}

/** What came: of several files, the one that leads the others, and the bytes of all. */
export interface JobsSourceAnswer {
  name: string;
  bytes: number;
  sha256: string | null;
}

/** One step of a job; ``progress`` from 0 to 1. */
export interface JobsStepAnswer {
  name: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'skipped';
  progress: number;
  seconds: number | null;
  words: StepWords;
}

/** A one-time link, and for how many seconds it is good. */
export interface LinkAnswer {
  url: string;
  seconds: number;
}

/** The park's pulse: times in milliseconds, bytes since the start. */
export interface LiveAnswer {
  halls: LiveHall[];
  connections: number;
  tick_hz: number;
  tick_ms: Record<string, number>;
  bytes_out: number;
  frames_out: number;
  time: number;
}

/** A hall with the people in each of its rooms. */
export interface LiveHall {
  id: string;
  name: Record<string, string>;
  kind: string;
  state: string;
  capacity: number;
  visitors: number;
  revision: number;
  rooms: number[];
}

/** Words in both languages. */
export interface Localised {
  zh: string;
  en: string;
}

/** Words in both languages, some paragraphs of them. */
export interface LongText {
  zh: string;
  en: string;
}

/** What somebody at a place needs, most needed first. */
export interface ManifestAnswer {
  items: FetchAnswer[];
}

/** One level in a manifest. */
export interface ManifestFileAnswer {
  level: number;
  file: string;
  sha256: string;
  bytes: number;
  triangles: number;
}

/** An image, a film or a document, and where it is shown. ``at`` is Unix time in seconds. */
export interface MediaAnswer {
  id: string;
  kind: 'image' | 'video' | 'document';
  title: Localised;
  author: string;
  at: number;
  source: JobsSourceAnswer;
  pages: PageAnswer[];
  video: FilmAnswer | null;
  poster: string;
  boards: BoardAnswer[];
}

/** Another title, on every board too. */
export interface MediaChange {
  title: Localised;
}

/** Media, newest first; ``next`` goes into ``before`` for the next page. */
export interface MediaList {
  media: MediaAnswer[];
  next: string | null;
}

/** An image, a film or a document out of a file that has been uploaded. */
export interface MediaNew {
  upload: string;
  title?: Localised | null;
}

/** One node, or the hall itself when ``node`` is empty. */
export interface NodeDifference {
  node: string;
  kind: string;
  name: Record<string, string>;
  how: 'added' | 'removed' | 'changed';
  properties: PropertyDifference[];
}

/** One change: see ``Operation`` in the protocol. */
export interface OperationBody {
  op: 'set' | 'unset' | 'add' | 'remove';
  path: string;
  value?: unknown;
}

/** Something of the draft's that somebody changed for visitors since it was drafted. */
export interface OverlapAnswer {
  path: string;
  node: string;
  author: string;
  author_name: string;
  at: number;
}

/** What waits for work, and how the server is (null without ``figures.read``). */
export interface OverviewAnswer {
  drafts: WaitingPile;
  newer: WaitingPile;
  blocked: WaitingPile;
  failed: WaitingPile;
  health: Health | null;
}

/** One's own account. Times are Unix seconds. ``must_secure``: nothing but this account can be reached until a second factor is set up. */
export interface OwnAccount {
  id: string;
  kind: 'staff' | 'enterprise' | 'guest';
  name: string;
  email: string;
  phone: string;
  lang: string;
  grants: GrantBody[];
  has_password: boolean;
  password_at: number | null;
  totp: boolean;
  passkeys: number;
  recovery_codes: number;
  second_factor: boolean;
  must_secure: boolean;
  created: number;
}

/** One picture: an image, or a page of a document; pixels. */
export interface PageAnswer {
  asset: string;
  width: number;
  height: number;
}

/** The park at a glance; ``start`` is the hall where visitors arrive. */
export interface ParkAnswer {
  name: Record<string, string>;
  start: string;
  contact: Record<string, string> | null;
  halls: HallSummary[];
  version: string;
}

/** A part that comes off: its node in the file, its name, and how far it goes, in metres. */
export interface PartAnswer {
  node: number;
  name: Record<string, string>;
  explode: number[];
}

/** An edit of a hall's scene; ``base`` is the revision structural operations were made on. */
export interface PatchBody {
  ops: OperationBody[];
  base?: number | null;
  layer?: 'published' | 'draft' | 'shared';
}

/** A way to walk, corner by corner, or null when there is none. */
export interface PathAnswer {
  points: [number, number, number][] | null;
}

/** An exhibit stands; ``revision`` is the hall's, up to which everything is durable. */
export interface PlacedAnswer {
  node: string;
  hall: string;
  plinth: string | null;
  revision: number;
}

/** Where an exhibit stands and which revision it shows there; ``fit`` null: placed by hand. */
export interface PlacementAnswer {
  hall: string;
  node: string;
  plinth: string | null;
  fit: 'true' | 'fitted' | null;
  yaw: number;
  revision: number;
}

/** What to change of a standing exhibit; a missing field stays as it is. */
export interface PlacementChange {
  at?: string | null;
  translation?: [number, number, number] | null;
  fit?: 'true' | 'fitted' | null;
  yaw?: number | null;
}

/** Where to put an exhibit: on the plinth ``at``, with its foot at ``translation`` on the floor, or, with neither, on the first free plinth. ``fit``: ``fitted`` makes it fit its place (the default on a plinth), ``true`` keeps its scale. */
export interface PlacementNew {
  hall: string;
  at?: string | null;
  translation?: [number, number, number] | null;
  fit?: 'true' | 'fitted' | null;
  yaw?: number;
}

/** One property, ``text/zh``; ``told`` is false when its values are too long to be told. */
export interface PropertyDifference {
  key: string;
  before: unknown;
  after: unknown;
  told: boolean;
}

/** When somebody had a revision shown. */
export interface PublicationAnswer {
  revision: number;
  author: string;
  at: number;
  note: string;
}

/** Which revision visitors are to see; an older one rolls back. ``base``: the revision published when you looked, 0 for none; when another has been published since, the answer is ``publish_stale``. */
export interface PublishBody {
  revision: number;
  note?: string;
  base?: number | null;
}

/** ``number`` is that of the draft's newest edit that was looked at: a later one is told. */
export interface PublishDraft {
  note?: string;
  number?: number | null;
}

/** The hall is at this revision, and everything up to it is durable. */
export interface Revision {
  revision: number;
}

/** One state of an exhibit: ``draft`` (never shown), ``published`` (shown now) or ``retired``. ``model`` is what scene nodes get. ``findings`` and ``blocked`` list the first of each; the manifest has all. ``original`` is the address of what was uploaded, or of the list of its files. */
export interface RevisionAnswer {
  number: number;
  note: string;
  author: string;
  at: number;
  source: ExhibitsSourceAnswer;
  state: 'draft' | 'published' | 'retired';
  model: Record<string, unknown>;
  parts: PartAnswer[];
  original: string | null;
  poster: string | null;
  findings: ErrorDetail[];
  blocked: BlockedAnswer[];
  bytes_in: number;
  bytes_l0: number;
}

/** Revisions of an exhibit, newest first, and what was published when, the last first. */
export interface RevisionList {
  revisions: RevisionAnswer[];
  publications: PublicationAnswer[];
  next: number | null;
}

/** A hall's whole scene: published state and shared interaction values. */
export interface SceneAnswer {
  hall: Record<string, unknown>;
  nodes: Record<string, unknown>;
  shared: Record<string, unknown>;
  revision: number;
  epoch: string;
}

/** Who somebody is, and what they may do to something at least. ``csrf`` goes into the header ``X-CSRF-Token`` of every request of a page that changes something. ``first_run``: no operator has an account yet. */
export interface SessionAnswer {
  id: string;
  name: string;
  role: string;
  may: string[];
  csrf: string;
  account: OwnAccount | null;
  first_run: boolean;
}

/** In, or half the way. */
export interface SignInAnswer {
}

/** One way of signing in. ``token`` of a one-time link; ``email`` and ``password``; ``step`` and ``code`` (of the authenticator, or a recovery code); ``address`` and the ``code`` that was sent there. */
export interface SignInBody {
  token?: string | null;
  email?: string | null;
  password?: string | null;
  step?: string | null;
  address?: string | null;
  code?: string | null;
}

/** One side of a comparison; ``version`` is null for what is published or drafted now. */
export interface StateAnswer {
  kind: 'version' | 'published' | 'draft';
  version: VersionAnswer | null;
  revision: number;
}

/** A step in plain words. */
export interface StepWords {
  zh: string;
  en: string;
}

/** A node that an edit was about, or the hall itself when ``node`` is empty. */
export interface TouchedAnswer {
  node: string;
  name: Record<string, string> | null;
  kind: string | null;
  how: 'added' | 'removed' | 'changed';
  keys: string[];
}

/** An upload and how far it has come; ``expires`` is Unix time in seconds. ``metadata`` is what its sender said of it, as in Upload-Metadata. */
export interface UploadAnswer {
  id: string;
  name: string;
  metadata: string;
  bytes: number;
  offset: number;
  sha256: string | null;
  expires: number;
}

/** Uploads that nothing has been made of yet, oldest first. */
export interface UploadList {
  uploads: UploadAnswer[];
}

/** A named version of a hall. */
export interface VersionAnswer {
  number: number;
  name: string;
  revision: number;
  author: string;
  at: number;
}

/** A named version with the whole scene that it holds. */
export interface VersionDocument {
  number: number;
  name: string;
  revision: number;
  author: string;
  at: number;
  hall: Record<string, unknown>;
  nodes: Record<string, unknown>;
}

/** The versions of a hall, newest first. */
export interface VersionList {
  versions: VersionAnswer[];
}

/** A name for the hall's present state. */
export interface VersionNew {
  name: string;
}

/** Visits begun in a span of time that starts at ``at`` (Unix time), and seconds stayed. null: made of too few visits to be told. */
export interface VisitSum {
  at: number;
  hall: string;
  visits: number | null;
  seconds: number | null;
}

/** Visits by hall and hour or day; ``least`` is the number that counts are rounded to. */
export interface VisitsAnswer {
  since: number;
  until: number;
  step: number;
  least: number;
  total: number | null;
  sums: VisitSum[];
}

/** One thing that waits for work. */
export interface WaitingItem {
  id: string;
  title: Record<string, string>;
  at: number;
  code: string;
}

/** The newest of one kind, and how many there are. */
export interface WaitingPile {
  count: number;
  items: WaitingItem[];
}
