// Printed from server/net by `python -m tools.print_api`. Do not edit.
// Every JSON body that the HTTP interface takes or gives.

/** The account to be. The e-mail address of the invitation counts, if it has one. */
export interface Acceptance {
  name: string;
  email?: string;
  password: string;
  lang?: 'zh-CN' | 'en';
}

/** What one may change of oneself; a missing field stays as it is. ``proof`` is for ``phone``, to which codes are sent that let in. */
export interface AccountChange {
  name?: string | null;
  lang?: 'zh-CN' | 'en' | null;
  phone?: string | null;
  proof?: Proof | null;
}

/** An action in words, and which roles may do it: to all things, or to their own. */
export interface ActionShown {
  id: string;
  zh: string;
  en: string;
  reach: Record<string, 'all' | 'own'>;
}

/** The version in force, and which one was accepted when. */
export interface AgreementAccepted {
  version: string;
  accepted: string;
  at: number | null;
}

/** The residence agreement in force. */
export interface AgreementText {
  version: string;
  text: FormWords;
  html: FormWords;
}

/** An application whole. Times are Unix seconds. ``fields``: the identity number is masked for everybody, phone and e-mail for all but the enterprise's own people. ``deadlines`` hold ``submitted``, ``due``, ``hold_until``, ``term_until``, ``exit_at``, ``ends_at``. ``flags`` are for staff; applicants see none of ``duplicate`` and ``name_conflict``. */
export interface ApplicationAnswer {
  id: string;
  state: 'draft' | 'submitted' | 'in_review' | 'changes_requested' | 'approved' | 'awaiting_licence' | 'active' | 'suspended' | 'exiting' | 'closed' | 'rejected' | 'withdrawn' | 'expired';
  version: number;
  flags: ('expiring' | 'overdue' | 'duplicate' | 'region_unlisted' | 'name_conflict' | 'restricted')[];
  fields: Record<string, unknown>;
  documents: PaperShown[];
  missing: MissingShown[];
  findings: ErrorDetail[];
  may: OfferShown[];
  comments: CommentShown[];
  asked: string[];
  clerk: string;
  clerk_name: string;
  deadlines: Record<string, number | null>;
  days_left: number | null;
  reason: string;
  custodian: string;
  seat: SeatPlace | null;
  booth: BoothPlaceShown | null;
  certificate: CertificateShown | null;
  agreement: AgreementAccepted;
  history: PassageShown[];
  told: string[];
  created: number;
  updated: number;
}

/** Applications, newest first; ``counts``: how many are in each state, all told. */
export interface ApplicationList {
  applications: ApplicationRow[];
  next: string | null;
  counts: Record<string, number>;
}

/** A new draft, with what is known already. */
export interface ApplicationNew {
  lang?: 'zh-CN' | 'en';
  fields?: Record<string, unknown>;
}

/** One line of the queue; ``days_left`` are working days until ``due``, below 0 once late. */
export interface ApplicationRow {
  id: string;
  state: 'draft' | 'submitted' | 'in_review' | 'changes_requested' | 'approved' | 'awaiting_licence' | 'active' | 'suspended' | 'exiting' | 'closed' | 'rejected' | 'withdrawn' | 'expired';
  version: number;
  flags: ('expiring' | 'overdue' | 'duplicate' | 'region_unlisted' | 'name_conflict' | 'restricted')[];
  name: string;
  credit_code: string;
  industry: string;
  clerk: string;
  clerk_name: string;
  created: number;
  updated: number;
  submitted: number | null;
  due: number | null;
  term_until: number | null;
  days_left: number | null;
}

/** Fields as far as they are filled in, and the version that was looked at. */
export interface ApplicationSave {
  version: number;
  fields: Record<string, unknown>;
}

/** An edit of the draft that is kept but not in force: what it is about has changed since. */
export interface AsideAnswer {
  number: number;
  author: string;
  author_name: string;
  code: string;
  message: string;
  touched: TouchedAnswer[];
}

/** One try to deliver a notice; ``code`` is null when it was taken. */
export interface AttemptAnswer {
  number: number;
  at: number;
  seconds: number;
  code: string | null;
  status: number | null;
  excerpt: string;
}

/** Every action that the trail speaks of. */
export interface AuditActions {
  actions: string[];
}

/** Lines, newest first; ``next`` is what to ask ``before`` for the following page. */
export interface AuditList {
  rows: AuditRowAnswer[];
  next: number | null;
}

/** One line of the trail. ``at`` is Unix time in seconds; ``how`` says by which door. ``name`` is the actor's as far as it is known still. ``outcome`` is ``done`` or an error's code. */
export interface AuditRowAnswer {
  seq: number;
  at: number;
  actor: string;
  name: string;
  role: string;
  action: string;
  target: string;
  request: string;
  address: string | null;
  how: 'http' | 'live' | 'command' | 'job' | 'house';
  outcome: string;
  before: unknown;
  after: unknown;
}

/** The application that was begun from a lead. */
export interface BegunAnswer {
  application: string;
}

/** Why somebody is blocked, for how many days (null: until lifted), and by what. */
export interface BlockBody {
  reason: 'abuse' | 'spam' | 'imitation' | 'content' | 'other';
  words?: string;
  days?: number | null;
  by?: ('account' | 'address')[];
}

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

/** A new board: its middle in metres, how it is turned (radians about +Y, 0 faces +Z). With ``booth``, both are in that booth's own axes, from the middle of its floor. */
export interface BoardNew {
  hall: string;
  booth?: string | null;
  translation: [number, number, number];
  yaw?: number;
  width?: number | null;
}

/** A body that a persona can have; ``asset`` is its content address, once it is made. */
export interface BodyShown {
  id: string;
  name: PersonaWords;
  asset: string;
  picture: string;
}

/** The visit, the secret that opens it, its page, and its file for calendars. */
export interface BookedAnswer {
  booking: OwnBooking;
  token: string;
  url: string;
  ics: string;
}

/** A visit as staff see it. */
export interface BookingAnswer {
  id: string;
  version: number;
  state: 'asked' | 'confirmed' | 'declined' | 'cancelled' | 'visited' | 'no_show';
  starts: number;
  ends: number;
  people: number;
  lead: string;
  name: string;
  company: string;
  phone: string;
  email: string;
  wants: string;
  source: SourceBody;
  answer: string;
  handler: string;
  handler_name: string;
  created: number;
  verbs: ('confirm' | 'decline' | 'cancel' | 'visited' | 'no_show')[];
  movable: boolean;
}

/** Visits of a time, earliest first. */
export interface BookingList {
  bookings: BookingAnswer[];
  zone: string;
}

/** Another time for a visit, which confirms it. */
export interface BookingMove {
  starts: number;
  version?: number | null;
  answer?: string;
}

/** A visit that somebody asks for: the beginning of a slot, and how many come. */
export interface BookingNew {
  name: string;
  phone?: string;
  email?: string;
  company?: string;
  wants?: string;
  source?: SourceBody;
  consent?: ConsentBody | null;
  lang?: 'zh-CN' | 'en';
  starts: number;
  people?: number;
}

/** What becomes of a visit; ``answer`` is told to the visitor. */
export interface BookingTurn {
  verb: 'confirm' | 'decline' | 'cancel' | 'visited' | 'no_show';
  version?: number | null;
  answer?: string;
}

/** A booth: metres, radians about +Y (0 opens towards +Z), and what may stand in it. */
export interface BoothAnswer {
  hall: string;
  node: string;
  no: string;
  name: Record<string, string>;
  width: number;
  depth: number;
  height: number;
  triangles: number;
  texture_bytes: number;
  position: [number, number, number];
  yaw: number;
  visible: boolean;
  tenant: BoothTenant | null;
}

/** A booth with what of its budget is used; ``own``: whether you may furnish it. */
export interface BoothDetail {
  hall: string;
  node: string;
  no: string;
  name: Record<string, string>;
  width: number;
  depth: number;
  height: number;
  triangles: number;
  texture_bytes: number;
  position: [number, number, number];
  yaw: number;
  visible: boolean;
  tenant: BoothTenant | null;
  used: BoothUse;
  most_nodes: number;
  own: boolean;
}

/** Operations on what stands in a booth: all below the booth's own node, and inside its box. ``base``: the revision that structural ones (add, remove, another parent) were made on. */
export interface BoothEdit {
  ops: OperationBody[];
  base?: number | null;
}

/** Every booth of the halls that one may enter, hall by hall, as they are numbered. */
export interface BoothList {
  booths: BoothAnswer[];
}

/** Where a company stands in the park. */
export interface BoothPlaceShown {
  hall: string;
  node: string;
  name: Localised;
  position: number[] | null;
}

/** The company that has a booth; seconds of Unix time. */
export interface BoothTenant {
  enterprise: string;
  name: Record<string, string>;
  since: number;
}

/** What stands in a booth, each thing at its finest. */
export interface BoothUse {
  nodes: number;
  triangles: number;
  texture_bytes: number;
}

/** The booth that an applicant would like best. */
export interface BoothWish {
  hall: string;
  node: string;
}

/** The same in both languages. */
export interface BothWords {
  zh: string;
  en: string;
}

/** How it behaves, told to a language model as the operator's words. */
export interface Brief {
  zh?: string;
  en?: string;
}

/** What a card says. A missing line stays as it is; null takes one away. */
export interface CardChange {
  maker?: Localised | null;
  text?: LongText | null;
  facts?: Fact[] | null;
  licence?: string | null;
  contact?: ContactText | null;
}

/** What the browser is to ask an authenticator (WebAuthn level 3, as JSON), and by which id. */
export interface CeremonyAnswer {
  id: string;
  options: Record<string, unknown>;
}

/** Whether a certificate counts. Times are Unix seconds; nothing tells of a person. ``jws`` is what was signed, by the key named ``key``, for whoever proves it without us. */
export interface CertificateAnswer {
  number: string;
  state: 'valid' | 'suspended' | 'revoked' | 'expired';
  state_words: Localised;
  why: Localised;
  company: Localised;
  credit_code: string;
  custodian: Localised;
  address: Localised;
  seat: string;
  starts: number;
  until: number | null;
  issued: number;
  key: string;
  jws: string;
  link: string;
}

/** A certificate of residence, as far as a list shows it. */
export interface CertificateShown {
  number: string;
  state: string;
}

/** Every error at once, and what else is worth knowing (``severity`` ``warning``). */
export interface ChecksAnswer {
  details: ErrorDetail[];
}

/** Fields to look at; ``partial``: only those that are filled in. */
export interface ChecksWanted {
  fields: Record<string, unknown>;
  partial?: boolean;
}

/** What a clause rests on. */
export interface CitationBody {
  document: string;
  version: number;
  title: string;
  start: number;
  end: number;
  quote: string;
}

/** A question, and the turn of the dialogue in which it was asked. Unix seconds. */
export interface CitedQuestion {
  dialogue: string;
  turn: number;
  question: string;
  at: number;
}

/** Questions, the latest first. */
export interface CitedQuestions {
  questions: CitedQuestion[];
}

/** Where to send a one-time code: an e-mail address or a phone number. */
export interface CodeAsked {
  address: string;
}

/** A code of the authenticator. */
export interface CodeBody {
  code: string;
}

/** Somebody who may work on the inbox. */
export interface Colleague {
  id: string;
  name: string;
  role: string;
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

/** What is to be changed; ``by`` is a name for staff, and the park for applicants. */
export interface CommentShown {
  id: string;
  pointer: string;
  text: string;
  by: string;
  at: number;
  resolved: boolean;
}

/** What a company says of itself. */
export interface CompanyBrief {
  zh: string;
  en: string;
}

/** A company as visitors know it; ``industry`` is a division of GB/T 4754 with its words. */
export interface CompanyCard {
  id: string;
  name: string;
  name_en: string;
  industry: string;
  industry_name: Localised;
  brief: CompanyBrief;
  website: string;
  logo: string | null;
  booth: BoothPlaceShown | null;
  since: number | null;
  state: string;
  certificate?: CertificateShown | null;
}

/** What a company may change of its card; a missing field stays as it is. */
export interface CompanyCardChange {
  name_en?: string | null;
  brief?: CompanyBrief | null;
  website?: string | null;
  logo?: string | null;
}

/** Companies of the park, by name. */
export interface CompanyList {
  companies: CompanyCard[];
  total: number;
}

/** What leads from ``before`` to ``after``; ``more`` when only the first nodes are listed. */
export interface ComparisonAnswer {
  before: StateAnswer;
  after: StateAnswer;
  counts: DifferenceCounts;
  changes: NodeDifference[];
  more: boolean;
}

/** What somebody agreed to; ``apart``: the law asks for a consent of its own. */
export interface ConsentAnswer {
  purpose: string;
  words: BothWords;
  apart: boolean;
  document: string;
  given: number | null;
  withdrawn: number | null;
}

/** Agreed to being contacted, on this version of the privacy policy (``/api/v1/site``). */
export interface ConsentBody {
  version: number;
}

/** How many agree to a purpose, and how many did. */
export interface ConsentCount {
  purpose: string;
  words: BothWords;
  apart: boolean;
  standing: number;
  withdrawn: number;
}

/** Consents by purpose. */
export interface ConsentCounts {
  purposes: ConsentCount[];
}

/** Every purpose, and what they said about it last. */
export interface ConsentList {
  consents: ConsentAnswer[];
}

/** A consent that is given or withdrawn; ``visitor`` is the browser's own secret token. */
export interface ConsentNew {
  purpose: 'terms' | 'statistics' | 'contact' | 'notices' | 'sensitive' | 'sharing' | 'abroad';
  document?: string;
  given: boolean;
  visitor?: string | null;
}

/** How the park is reached. */
export interface ContactBody {
  phone?: string;
  email?: string;
  address?: Localised;
}

/** How to reach somebody, in both languages. */
export interface ContactText {
  zh: string;
  en: string;
}

/** A hosting institution, and how its seats stand. */
export interface CustodianAnswer {
  id: string;
  title: Localised;
  place: Localised;
  credit_code: string;
  state: 'open' | 'closed';
  seats: number;
  leased: number;
  resting: number;
  free: number;
}

/** What can be changed of one; ``more`` seats are added to those it has. */
export interface CustodianChange {
  title?: Localised | null;
  place?: Localised | null;
  state?: 'open' | 'closed' | null;
  more?: number;
}

/** Hosting institutions. */
export interface CustodianList {
  custodians: CustodianAnswer[];
}

/** A hosting institution with its address and so many seats. */
export interface CustodianNew {
  title: Localised;
  place: Localised;
  credit_code?: string;
  seats: number;
}

/** Of which class data is: only what is public is shown to visitors. */
export interface DataClassNew {
  data_class: 'public' | 'internal' | 'personal';
}

/** How the registry desk keeps up. ``median_days`` are working days from handing in to answer, None without answers; ``kept`` of the ``answered`` came within ``promised`` working days, ``late`` after ``longest``. ``waiting`` and ``overdue`` are applications that wait now. */
export interface DeskAnswer {
  since: number;
  until: number;
  answered: number;
  median_days: number | null;
  kept: number;
  late: number;
  promised: number;
  longest: number;
  waiting: number;
  overdue: number;
  days: DeskDay[];
}

/** A day of the registry desk: when it begins (Unix seconds), and what was done on it. */
export interface DeskDay {
  at: number;
  submitted: number;
  approved: number;
  returned: number;
  rejected: number;
}

/** A talk on a page. ``persona``: whom one talks with; empty: the park's first guide. */
export interface DialogueBegin {
  persona?: string;
  lang?: 'zh-CN' | 'en';
}

/** A talk has begun. With ``token`` one asks, reads, rates and deletes it: keep it. */
export interface DialogueBegun {
  dialogue: string;
  token: string;
}

/** A dialogue with everything said in it; ``expires``: when it is deleted. */
export interface DialogueFile {
  id: string;
  persona: string;
  hall: string;
  guide: string;
  lang: string;
  began: number;
  last: number;
  turns: number;
  unknown: number;
  rating: number;
  handed: boolean;
  live: boolean;
  taken_by: string;
  taken_name: string;
  first: string;
  expires: number;
  said: TurnShown[];
}

/** Stop an answer: ``heard`` of its clauses were heard whole, and ``ms`` of the next. */
export interface DialogueHush {
  turn?: number | null;
  heard?: number;
  ms?: number;
}

/** A dialogue as lists show it. ``rating`` is the sum of thumbs; ``live``: it goes on now. */
export interface DialogueLine {
  id: string;
  persona: string;
  hall: string;
  guide: string;
  lang: string;
  began: number;
  last: number;
  turns: number;
  unknown: number;
  rating: number;
  handed: boolean;
  live: boolean;
  taken_by: string;
  taken_name: string;
  first: string;
}

/** Dialogues, newest first; ``next`` names the last one when there are more. */
export interface DialogueList {
  dialogues: DialogueLine[];
  next: string | null;
}

/** A question. ``lang``: of the answer; empty: that of the question. */
export interface DialogueQuestion {
  text: string;
  lang?: 'zh-CN' | 'en' | '';
}

/** What one thinks of an answer: 1 it helped, -1 it did not, 0 nothing more. */
export interface DialogueRating {
  turn: number;
  value: -1 | 0 | 1;
  words?: string;
}

/** What a member of staff says through the guide. */
export interface DialogueWords {
  text: string;
  lang?: 'zh' | 'en';
}

/** A line of a comparison: `` `` in both, ``-`` in the first, ``+`` in the second. */
export interface DiffLine {
  sign: ' ' | '-' | '+';
  text: string;
}

/** How many nodes came, went and changed; the hall itself is none of them. */
export interface DifferenceCounts {
  added: number;
  removed: number;
  changed: number;
}

/** A legal document as it is named and linked; version 0 came with the program. */
export interface DocumentAnswer {
  kind: string;
  words: Record<string, string>;
  version: number;
  link: string;
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
  aside: AsideAnswer[];
}

/** Somebody whose edits are in the draft, how many, and when the last was made. */
export interface DrafterAnswer {
  author: string;
  author_name: string;
  edits: number;
  at: number;
}

/** The plan, who is on duty now, and who can be. */
export interface DutyAnswer {
  plan: DutyBody;
  on_duty: string[];
  people: Colleague[];
}

/** The plan of duty: who, when, and who gets what comes in. */
export interface DutyBody {
  zone?: string;
  shifts: ShiftBody[];
  holidays?: string[];
  deal?: 'hand' | 'turn';
  remind_hours?: number;
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

/** How many sessions ended. */
export interface Ended {
  ended: number;
}

/** An endpoint; ``secret`` is there in the answer that made it, and never again. ``state`` ``gone``: it answered 410 and was switched off. ``older_until``: until when messages are signed with the secret before this one too (Unix seconds). */
export interface EndpointAnswer {
  id: string;
  kind: string;
  title: string;
  shown: string;
  events: string[];
  state: 'on' | 'off' | 'gone';
  author: string;
  at: number;
  older_until: number | null;
  secret?: string | null;
}

/** What can be changed of an endpoint; a missing field stays as it is. */
export interface EndpointChange {
  title?: string | null;
  url?: string | null;
  events?: string[] | null;
  state?: 'on' | 'off' | null;
}

/** Every endpoint, and every event there is. */
export interface EndpointList {
  endpoints: EndpointAnswer[];
  events: EventAnswer[];
}

/** Where events shall go. A webhook's secret is made here; a DingTalk robot brings its own. */
export interface EndpointNew {
  kind?: 'webhook' | 'wecom' | 'dingtalk';
  title: string;
  url: string;
  secret?: string;
  events: string[];
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
  field?: string;
  zh?: string;
  en?: string;
}

/** An event that endpoints can be told of, and what its ``data`` hold. */
export interface EventAnswer {
  name: string;
  words: Record<string, string>;
  data: string[];
}

/** What was asked and answered before. */
export interface ExchangeBody {
  question: string;
  answer: string;
  citations?: CitationBody[];
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
  owner: string;
  data_class: 'public' | 'internal' | 'personal';
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

/** One of the values that a field takes. */
export interface FieldChoice {
  value: string;
  label: Localised;
}

/** A part of the form. */
export interface FieldGroup {
  name: string;
  label: Localised;
}

/** A film; pixels and seconds, 0 where its length is not known. */
export interface FilmAnswer {
  asset: string;
  mime: string;
  duration: number;
  width: number;
  height: number;
}

/** The first operator's account. */
export interface FirstAccount {
  name: string;
  email: string;
  password: string;
  lang?: 'zh-CN' | 'en';
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

/** Everything that a form needs. ``deadlines``: working days, days or months by name. */
export interface FormAnswer {
  groups: FieldGroup[];
  fields: FormField[];
  documents: PaperKind[];
  industries: Industry[];
  reasons: ReasonChoice[];
  agreement: AgreementText;
  consents: Record<string, number>;
  deadlines: Record<string, number>;
  largest: number;
  types: string[];
}

/** A field: what it is for, and in which cases it must be filled in. ``required`` and ``cases`` hold ``existing`` and ``new_firm``. ``sealed``: kept sealed and shown masked. */
export interface FormField {
  name: string;
  group: string;
  kind: string;
  label: FormWords;
  help: FormWords;
  example: FormWords;
  choices: FieldChoice[];
  required: string[];
  cases: string[];
  personal: boolean;
  sealed: boolean;
  longest: number;
}

/** Words of the form in both languages, of any length. */
export interface FormWords {
  zh: string;
  en: string;
}

/** Leads of a time: how many came at least as far, how they stand, from where, why lost. */
export interface FunnelAnswer {
  total: number;
  reached: Record<string, number>;
  now: Record<string, number>;
  sources: Record<string, number>;
  landed: Record<string, number>;
  lost: Record<string, number>;
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

/** How far the first-run guide has come. ``wanted``: the desk should show it by itself. ``open_halls`` of ``halls`` are open to visitors. */
export interface GuideAnswer {
  wanted: boolean;
  steps: Record<string, string>;
  first_run: boolean;
  named: boolean;
  halls: number;
  open_halls: number;
  exhibits: number;
  scene: ProgressAnswer;
}

/** A guide that one can talk with. */
export interface GuideOffer {
  persona: string;
  name: Record<string, string>;
  greeting: Record<string, string>;
  suggestions: Record<string, string>[];
  lang: 'zh' | 'en';
  body: string;
  portrait: string;
}

/** What came of the dialogues of some days; ``first_ms``: question to first clause. */
export interface GuideStatistics {
  days: StatisticsDay[];
  dialogues: number;
  questions: number;
  handed: number;
  up: number;
  down: number;
  first_ms: number | null;
  first_ms_p95: number | null;
  sources: SourceCount[];
  languages: Record<string, number>;
  brains: Record<string, number>;
}

/** Services by use: ``model``, ``embeddings``, ``speech``, ``transcribe``. ``brain`` is whose answers visitors get now. ``tokens_per_day`` 0: without limit. ``open_questions``: how many wait for an answer; their number tells nothing of anybody. */
export interface GuideStatus {
  brain: string;
  services: Record<string, ServiceShown>;
  tokens_today: number;
  tokens_per_day: number;
  open_questions: number;
}

/** A step of the first-run guide that is over, or the guide itself (``finished``). */
export interface GuideStep {
  step: 'account' | 'name' | 'languages' | 'scene' | 'exhibit' | 'invite' | 'open' | 'finished';
  how: 'done' | 'skipped';
}

/** The park's guides, and how they think, speak and listen. ``model``: the language model that answers, empty when answers come from the records alone; ``abroad``: a service of theirs stands outside mainland China, with the operator's consent. */
export interface GuidesAnswer {
  guides: GuideOffer[];
  has_voice: boolean;
  can_listen: boolean;
  abroad: boolean;
  model: string;
  label: Record<string, string>;
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

/** One hall and who is in it. */
export interface HallPresence {
  hall: string;
  name: Record<string, string>;
  people: PersonHere[];
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

/** How a report was dealt with; ``answer`` is told to the reporter when still here. */
export interface Handling {
  outcome: 'acted' | 'no_breach' | 'duplicate';
  answer?: string;
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

/** What was understood of a recording. */
export interface Heard {
  text: string;
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

/** What a guide would find, best first. */
export interface HitList {
  hits: HitShown[];
}

/** A passage that was found. ``expired``: its document does not hold today. */
export interface HitShown {
  document: string;
  version: number;
  title: string;
  start: number;
  end: number;
  text: string;
  headings: string[];
  score: number;
  expired: boolean;
}

/** A hold: of which unit, until when (Unix time; null: for good), and what may be done. */
export interface HoldAnswer {
  id: string;
  hall: string;
  unit: string;
  no: string;
  state: 'held' | 'let' | 'ended' | 'expired';
  mine: boolean;
  lead: string;
  lead_name: string;
  owner: string;
  owner_name: string;
  author: string;
  author_name: string;
  starts: number;
  until: number | null;
  extended: boolean;
  ended: number | null;
  extendable: boolean;
}

/** Holds, newest first; ``next`` names the last one when there may be more. */
export interface HoldList {
  holds: HoldAnswer[];
  next: string | null;
}

/** For which lead (staff), and for how many days. */
export interface HoldNew {
  lead?: string;
  days?: number | null;
}

/** What is masked elsewhere, in clear. */
export interface IdentityAnswer {
  number: string;
  phone: string;
  email: string;
}

/** Why somebody must be known by name: it stands in the audit trail. */
export interface IdentityWanted {
  why: string;
}

/** A division of GB/T 4754-2017, two digits, in its section. */
export interface Industry {
  code: string;
  label: Localised;
  section: string;
  section_label: Localised;
}

/** An invitation; ``state`` is what has become of it. */
export interface InvitationAnswer {
  id: string;
  kind: 'staff' | 'enterprise' | 'guest';
  grants: GrantBody[];
  name: string;
  email: string;
  lang: string;
  by: string;
  by_name: string;
  created: number;
  expires: number;
  used: number | null;
  account: string;
  state: 'open' | 'accepted' | 'expired';
}

/** Invitations, newest first. */
export interface InvitationList {
  invitations: InvitationAnswer[];
}

/** A new invitation. Its link is shown this once; ``sent``: it also went out by e-mail. */
export interface InvitationMade {
  invitation: InvitationAnswer;
  url: string;
  sent: boolean;
}

/** Whom to invite as what. Without an e-mail address the link is handed over by whoever asks. */
export interface InvitationNew {
  email?: string;
  name?: string;
  kind?: 'staff' | 'enterprise' | 'guest';
  grants: GrantBody[];
  lang?: 'zh-CN' | 'en';
  days?: number;
}

/** What somebody who was invited may know before accepting. */
export interface InvitationShown {
  name: string;
  email: string;
  kind: 'staff' | 'enterprise' | 'guest';
  grants: GrantBody[];
  lang: string;
  expires: number;
  park: Record<string, string>;
  has_account: boolean;
}

/** One thing that waits for a human. */
export interface ItemAnswer {
  id: string;
  kind: string;
  words: Record<string, string>;
  ref: string;
  title: Record<string, string>;
  link: string;
  due: number | null;
  state: string;
  assignee: string;
  assignee_name: string;
  at: number;
  ended: number | null;
  notes: NoteAnswer[];
}

/** One thing to be changed: where (a JSON pointer), and what. */
export interface ItemBody {
  pointer: string;
  text: string;
}

/** Take it, give it to somebody (``assignee``: an account), put it back, settle it. */
export interface ItemChange {
  state?: 'waiting' | 'taken' | 'done' | null;
  assignee?: string | null;
}

/** Items, newest first, and how many are in each state. */
export interface ItemList {
  items: ItemAnswer[];
  next: string | null;
  counts: Record<string, number>;
  kinds: Record<string, Record<string, string>>;
}

/** A deadline that staff note by hand; ``due`` is Unix time in seconds. */
export interface ItemNew {
  title: Localised;
  due?: number | null;
  link?: string;
}

/** A job: how far it has come, and what came of it. Times are Unix times in seconds. */
export interface JobAnswer {
  id: string;
  kind: 'exhibit' | 'media';
  state: 'waiting' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled';
  steps: StepAnswer[];
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

/** An API key, without its secret. */
export interface KeyAnswer {
  id: string;
  account: string;
  account_name: string;
  name: string;
  scopes: string[];
  created: number;
  expires: number | null;
  seen: number | null;
}

/** API keys, newest first. */
export interface KeyList {
  keys: KeyAnswer[];
}

/** A new API key and its secret, which is shown this once: ``Authorization: Bearer lj_…``. */
export interface KeyMade {
  key: KeyAnswer;
  secret: string;
}

/** A new API key: what it is called, the actions it is for, and for how many days. */
export interface KeyNew {
  name: string;
  scopes: string[];
  days?: number | null;
}

/** A JWK Set: every key by which certificates are proven, the one that signs first. */
export interface KeySetAnswer {
  keys: PublicKey[];
}

/** What changes, as the next version; ``restore`` brings an earlier one back instead. ``version`` is the one that the sender saw. */
export interface KnowledgeChange {
  version: number;
  restore?: number | null;
  upload?: string | null;
  text?: string | null;
  title?: string | null;
  lang?: 'zh' | 'en' | null;
  kind?: 'document' | 'policy' | null;
  visibility?: 'public' | 'investors' | 'staff' | null;
  valid_from?: string | null;
  valid_until?: string | null;
  regions?: string[] | null;
}

/** A document as lists show it. ``source`` is the file it was read from, if any. */
export interface KnowledgeLine {
  id: string;
  version: number;
  title: string;
  lang: 'zh' | 'en';
  kind: 'document' | 'policy' | 'exhibit' | 'company' | 'unit' | 'park';
  visibility: 'public' | 'investors' | 'staff';
  valid_from: string | null;
  valid_until: string | null;
  regions: string[];
  source: string;
  characters: number;
  passages: number;
  author: string;
  author_name: string;
  at: number;
}

/** Documents, the latest changed first; ``next`` names the last one when there are more. */
export interface KnowledgeList {
  documents: KnowledgeLine[];
  next: string | null;
}

/** A new document: an upload that is here, or its text. What is not said is found out. A missing day is read from the text; null means that there is none. */
export interface KnowledgeNew {
  upload?: string | null;
  text?: string | null;
  title?: string;
  lang?: 'zh' | 'en' | null;
  kind?: 'document' | 'policy' | null;
  visibility?: 'public' | 'investors' | 'staff' | null;
  valid_from?: string | null;
  valid_until?: string | null;
  regions?: string[] | null;
}

/** A piece of a document: characters of its text from ``start`` to before ``end``. */
export interface KnowledgePassage {
  start: number;
  end: number;
  headings: string[];
}

/** A document with its text; ``notes``: codes of what reading its file met with. */
export interface KnowledgeText {
  id: string;
  version: number;
  title: string;
  lang: 'zh' | 'en';
  kind: 'document' | 'policy' | 'exhibit' | 'company' | 'unit' | 'park';
  visibility: 'public' | 'investors' | 'staff';
  valid_from: string | null;
  valid_until: string | null;
  regions: string[];
  source: string;
  characters: number;
  passages: number;
  author: string;
  author_name: string;
  at: number;
  text: string;
  notes: string[];
  pages: number | null;
}

/** A version without its text. */
export interface KnowledgeVersion {
  number: number;
  title: string;
  at: number;
  author: string;
  author_name: string;
  characters: number;
}

/** A document's versions, newest first. */
export interface KnowledgeVersions {
  versions: KnowledgeVersion[];
}

/** A code that was sent to an address, and the token of a contact left with that address. */
export interface LeadAccount {
  address: string;
  code: string;
  name?: string;
  token?: string;
  lang?: 'zh-CN' | 'en';
}

/** A lead as staff see it. Times are Unix seconds. */
export interface LeadAnswer {
  id: string;
  version: number;
  state: 'new' | 'contacted' | 'visited' | 'negotiating' | 'signed' | 'landed' | 'lost';
  furthest: 'new' | 'contacted' | 'visited' | 'negotiating' | 'signed' | 'landed' | 'lost';
  name: string;
  phone: string;
  email: string;
  company: string;
  wants: string;
  source: 'tour' | 'exhibit' | 'guide' | 'unit' | 'booth' | 'page' | 'desk';
  source_ref: string;
  source_title: Record<string, string>;
  lang: string;
  owner: string;
  owner_name: string;
  account: string;
  next_at: number | null;
  overdue: boolean;
  reason: 'price' | 'space' | 'timing' | 'elsewhere' | 'unreachable' | 'unsuitable' | 'other' | '';
  application: string;
  created: number;
  changed: number;
  expires: number;
  moves: LeadMove[];
}

/** What changes; a missing field stays. ``version`` is the one that the sender saw. */
export interface LeadChange {
  version?: number | null;
  state?: 'new' | 'contacted' | 'visited' | 'negotiating' | 'signed' | 'landed' | 'lost' | null;
  reason?: 'price' | 'space' | 'timing' | 'elsewhere' | 'unreachable' | 'unsuitable' | 'other' | null;
  application?: string | null;
  owner?: string | null;
  next_at?: number | null;
  name?: string | null;
  phone?: string | null;
  email?: string | null;
  company?: string | null;
  wants?: string | null;
}

/** An e-mail address or phone number to prove by a code. */
export interface LeadCodeAsked {
  address: string;
  lang?: 'zh-CN' | 'en';
}

/** A lead with its story, newest first, and every time that the contact was left. */
export interface LeadFile {
  lead: LeadAnswer;
  notes: LeadLine[];
  leavings: LeavingAnswer[];
  zone: string;
}

/** A line in a lead's story. */
export interface LeadLine {
  kind: 'note' | 'move' | 'left' | 'owner' | 'next' | 'booking' | 'hold';
  text: string;
  about: Record<string, unknown>;
  author: string;
  author_name: string;
  at: number;
}

/** Leads, newest first; ``next`` names the last one when there may be more. */
export interface LeadList {
  leads: LeadAnswer[];
  next: string | null;
  counts: Record<string, number>;
  owners: LeadOwner[];
}

/** Where a lead can go from here, and what is asked for. */
export interface LeadMove {
  state: 'new' | 'contacted' | 'visited' | 'negotiating' | 'signed' | 'landed' | 'lost';
  asks: '' | 'reason' | 'application';
}

/** A line for a lead's story. */
export interface LeadNote {
  text: string;
}

/** Staff who may look after leads. */
export interface LeadOwner {
  id: string;
  name: string;
}

/** One time that the contact was left. */
export interface LeavingAnswer {
  at: number;
  name: string;
  company: string;
  wants: string;
  source: 'tour' | 'exhibit' | 'guide' | 'unit' | 'booth' | 'page' | 'desk';
  source_ref: string;
  source_title: Record<string, string>;
  consent: string;
  by: string;
  by_name: string;
}

/** It is received. ``token`` opens it to be taken back; ``url`` is its page. */
export interface LeftAnswer {
  token: string;
  url: string;
  expires: number;
}

/** A contact as somebody leaves it: a phone number or an e-mail address, or both. */
export interface LeftContact {
  name: string;
  phone?: string;
  email?: string;
  company?: string;
  wants?: string;
  source?: SourceBody;
  consent?: ConsentBody | null;
  lang?: 'zh-CN' | 'en';
}

/** A document in force: its text with the park's names put in, and the same as HTML. */
export interface LegalAnswer {
  kind: string;
  words: Record<string, string>;
  version: number;
  at: number | null;
  note: string;
  text: Record<string, string>;
  html: Record<string, string>;
}

/** What differs between two versions, by language. */
export interface LegalDiff {
  zh: DiffLine[];
  en: DiffLine[];
}

/** The next version of a document. */
export interface LegalDraft {
  text: LegalText;
}

/** A text as it will look. */
export interface LegalHtml {
  zh: string;
  en: string;
}

/** What has changed, for whoever compares versions. */
export interface LegalPublish {
  note?: string;
}

/** A document's text in both languages, in a small part of Markdown. */
export interface LegalText {
  zh: string;
  en: string;
}

/** A version as staff see it, as it was written; one without ``published_at`` is the draft. */
export interface LegalVersion {
  number: number;
  text: Record<string, string>;
  note: string;
  author: string;
  at: number;
  published_at: number | null;
}

/** Every version of a document, newest first, and the text that came with the program. */
export interface LegalVersions {
  kind: string;
  in_force: number;
  template: Record<string, string>;
  versions: LegalVersion[];
}

/** Another application that may be of the same company, to lay beside this one. ``why``: ``credit_code``, ``name``, ``identity``. */
export interface Likeness {
  id: string;
  state: 'draft' | 'submitted' | 'in_review' | 'changes_requested' | 'approved' | 'awaiting_licence' | 'active' | 'suspended' | 'exiting' | 'closed' | 'rejected' | 'withdrawn' | 'expired';
  name: string;
  credit_code: string;
  why: string[];
  fields: Record<string, unknown>;
  submitted: number | null;
}

/** Applications alike. */
export interface LikenessList {
  duplicates: Likeness[];
}

/** A one-time link, and for how many seconds it is good. */
export interface LinkAnswer {
  url: string;
  seconds: number;
}

/** A one-time link, for its person alone, and how many seconds it is good for. */
export interface LinkMade {
  url: string;
  seconds: number;
  sent: boolean;
}

/** Whether one's account is linked to the provider, and what the provider is called. */
export interface LinkedAnswer {
  name: string | null;
  linked: boolean;
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

/** A picture: fetch it at ``/assets/<asset>``. */
export interface LogoAnswer {
  media: string;
  asset: string;
  width: number;
  height: number;
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
  author_name: string;
  owner: string;
  data_class: 'public' | 'internal' | 'personal';
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

/** The people of an enterprise. */
export interface MemberList {
  members: MemberShown[];
}

/** Somebody who is to furnish the enterprise's booth. */
export interface MemberNew {
  email: string;
  name?: string;
  lang?: 'zh-CN' | 'en';
}

/** Somebody of an enterprise, or invited to be (``state`` ``invited``). */
export interface MemberShown {
  id: string;
  name: string;
  email: string;
  role: string;
  state: 'active' | 'invited';
}

/** Something that is still to be given: ``/fields/<name>`` or ``/documents/<kind>``. */
export interface MissingShown {
  pointer: string;
  code: string;
  zh: string;
  en: string;
}

/** Why somebody is muted, and for how long. */
export interface MuteBody {
  reason: 'abuse' | 'spam' | 'imitation' | 'content' | 'other';
  words?: string;
  minutes?: number;
}

/** What a guide is called. */
export interface Name {
  zh: string;
  en: string;
}

/** A name in both languages, neither of them empty. */
export interface Named {
  zh: string;
  en: string;
}

/** A password to be. */
export interface NewPassword {
  password: string;
}

/** One node, or the hall itself when ``node`` is empty. */
export interface NodeDifference {
  node: string;
  kind: string;
  name: Record<string, string>;
  how: 'added' | 'removed' | 'changed';
  properties: PropertyDifference[];
}

/** A note, and who wrote it. */
export interface NoteAnswer {
  author: string;
  name: string;
  at: number;
  text: string;
}

/** A note on an item. */
export interface NoteNew {
  text: string;
}

/** A notice in the outbox. ``to`` is hidden in part; ``last`` is the last attempt. */
export interface NoticeAnswer {
  id: string;
  kind: string;
  words: Record<string, string>;
  way: string;
  to: string;
  ref: string;
  state: string;
  tries: number;
  due: number;
  at: number;
  ended: number | null;
  code: string | null;
  last: AttemptAnswer | null;
}

/** A notice with its attempts, and the body that a webhook is sent. */
export interface NoticeDetail {
  id: string;
  kind: string;
  words: Record<string, string>;
  way: string;
  to: string;
  ref: string;
  state: string;
  tries: number;
  due: number;
  at: number;
  ended: number | null;
  code: string | null;
  last: AttemptAnswer | null;
  attempts: AttemptAnswer[];
  body: string | null;
}

/** Notices, newest first, and how many there are in each state. */
export interface NoticeList {
  notices: NoticeAnswer[];
  next: string | null;
  counts: Record<string, number>;
  ways: Record<string, unknown>;
}

/** The id of a notice that is now in the outbox. */
export interface NoticeMade {
  id: string;
}

/** A test notice to an e-mail address or a phone. */
export interface NoticeTest {
  way: 'email' | 'phone';
  to: string;
}

/** A verb, whether one may use it now, why not, and what it asks for. */
export interface OfferShown {
  verb: 'submit' | 'claim' | 'release' | 'request_changes' | 'approve' | 'await' | 'reject' | 'withdraw' | 'activate' | 'renew' | 'take_booth' | 'suspend' | 'restore' | 'exit' | 'close' | 'expire';
  allowed: boolean;
  why: ErrorDetail[];
  label: Localised;
  asks: string[];
}

/** Where the browser goes. */
export interface OidcAnswer {
  url: string;
}

/** Why somebody is sent to the provider. ``proof`` is for linking: it makes another way in. */
export interface OidcBegin {
  purpose?: 'sign_in' | 'link' | 'invitation';
  invitation?: string;
  proof?: Proof | null;
}

/** What the provider sent the browser back with. */
export interface OidcReturn {
  code?: string;
  state: string;
  iss?: string | null;
  error?: string | null;
}

/** A question that the records do not answer, with how often it was asked. */
export interface OpenQuestionAnswer {
  id: string;
  question: string;
  lang: string;
  count: number;
  state: 'open' | 'answered' | 'dismissed';
  first: number;
  last: number;
  document: string;
  dialogue: string;
  settler: string;
  settler_name: string;
}

/** What became of a question; ``document`` answers it. */
export interface OpenQuestionChange {
  state: 'open' | 'answered' | 'dismissed';
  document?: string;
}

/** Questions, the latest first, and how many are in each state. */
export interface OpenQuestionList {
  questions: OpenQuestionAnswer[];
  next: string | null;
  counts: Record<string, number>;
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

/** A visit as its visitor sees it; ``verbs``: what they can do. */
export interface OwnBooking {
  id: string;
  state: 'asked' | 'confirmed' | 'declined' | 'cancelled' | 'visited' | 'no_show';
  starts: number;
  ends: number;
  people: number;
  place: Record<string, string>;
  answer: string;
  zone: string;
  verbs: ('confirm' | 'decline' | 'cancel' | 'visited' | 'no_show')[];
}

/** A clause; ``by`` is ``ai`` or ``human``. */
export interface OwnClause {
  text: string;
  lang: 'zh' | 'en';
  kind: string;
  by: string;
  citations: OwnSource[];
}

/** One's own talk. ``label`` says that its answers are made by AI; ``expires``: Unix seconds. */
export interface OwnDialogue {
  dialogue: string;
  persona: string;
  lang: string;
  began: number;
  expires: number;
  label: string;
  turns: OwnTurn[];
}

/** What was left with a token, for whoever left it: when, and the text agreed to. */
export interface OwnLead {
  at: number;
  source: 'tour' | 'exhibit' | 'guide' | 'unit' | 'booth' | 'page' | 'desk';
  consent: string;
  expires: number;
}

/** What a clause rests on. */
export interface OwnSource {
  document: string;
  version: number;
  title: string;
  start: number;
  end: number;
  quote: string;
}

/** A question and its answer; ``heard`` is None unless it was cut short. Unix seconds. */
export interface OwnTurn {
  turn: number;
  at: number;
  question: string;
  heard: string | null;
  rating: number;
  clauses: OwnClause[];
}

/** Whose something is, and how it came to be theirs, the last transfer first. */
export interface OwnershipAnswer {
  owner: string;
  name: string;
  data_class: 'public' | 'internal' | 'personal';
  transfers: TransferAnswer[];
}

/** One picture: an image, or a page of a document; pixels. */
export interface PageAnswer {
  asset: string;
  width: number;
  height: number;
}

/** A pairing that has begun (RFC 8628, section 3.2); ``qr``: rows of modules, 1 is dark. */
export interface PairingAnswer {
  device_code: string;
  user_code: string;
  verification_uri: string;
  verification_uri_complete: string;
  expires_in: number;
  interval: number;
  qr: string[];
}

/** Whether to let it in. */
export interface PairingDecision {
  approve: boolean;
}

/** The secret of the headset that asks. */
export interface PairingPoll {
  device_code: string;
}

/** Who asks to be let in. ``near``: from the same network as who is asked. */
export interface PairingShown {
  user_code: string;
  device: string;
  asked: number;
  expires: number;
  near: boolean;
}

/** A document that is asked for. */
export interface PaperKind {
  kind: string;
  name: FormWords;
  help: FormWords;
  required: string[];
  cases: string[];
  most: number;
}

/** An upload that has come whole, and as which document it is handed in. */
export interface PaperNew {
  upload: string;
  kind: string;
}

/** A page's picture, pixels. */
export interface PaperPage {
  width: number;
  height: number;
}

/** The pages of a document, counted from 1 in addresses. */
export interface PaperPages {
  pages: PaperPage[];
}

/** A document of an application; ``sha256`` is of what was handed in. */
export interface PaperShown {
  id: string;
  kind: string;
  name: string;
  bytes: number;
  media_type: string;
  sha256: string;
  at: number;
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

/** A document's passages, in order. */
export interface PassageList {
  passages: KnowledgePassage[];
}

/** One line of the history; ``by`` is a name for staff, a role for applicants. */
export interface PassageShown {
  at: number;
  verb: string;
  state: string;
  by: string;
  role: string;
  reason: string;
  note: string;
}

/** An invitation accepted with a passkey; ``passkey_name`` is what to call the passkey. */
export interface PasskeyAcceptance {
  id: string;
  credential: Record<string, unknown>;
  name: string;
  passkey_name: string;
  email?: string;
  lang?: 'zh-CN' | 'en';
}

/** A passkey; ``synced``: its provider keeps a copy. Times are seconds since 1970. */
export interface PasskeyAnswer {
  id: string;
  name: string;
  synced: boolean;
  model: string;
  transports: string[];
  created: number;
  used: number | null;
}

/** Another name. */
export interface PasskeyChange {
  name: string;
}

/** What an authenticator answered (WebAuthn level 3, as JSON). */
export interface PasskeyCredential {
  id: string;
  credential: Record<string, unknown>;
}

/** An account's passkeys, the oldest first. */
export interface PasskeyList {
  passkeys: PasskeyAnswer[];
}

/** A new passkey, and what to call it. */
export interface PasskeyNew {
  id: string;
  credential: Record<string, unknown>;
  name: string;
}

/** What the invited person wants to be called; the authenticator shows it. */
export interface PasskeyWanted {
  name: string;
}

/** A new password, and the one so far if there is one. */
export interface PasswordChange {
  current?: string;
  password: string;
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

/** Somebody's account as staff see it; ``editable``: whether who asks may change it. */
export interface PersonAnswer {
  id: string;
  kind: 'staff' | 'enterprise' | 'guest';
  state: 'active' | 'locked' | 'suspended';
  name: string;
  email: string;
  phone: string;
  lang: string;
  role: string;
  grants: GrantBody[];
  has_password: boolean;
  factors: string[];
  sessions: number;
  created: number;
  seen: number | null;
  editable: boolean;
}

/** What staff may change of somebody; a missing field stays as it is. */
export interface PersonChange {
  name?: string | null;
  state?: 'active' | 'suspended' | null;
  grants?: GrantBody[] | null;
}

/** Somebody in a hall; ``account`` is empty for anonymous visitors, ``since`` Unix time. */
export interface PersonHere {
  connection: string;
  slot: number;
  room: number;
  name: string;
  role: string;
  account: string;
  position: [number, number, number];
  muted: boolean;
  hidden: boolean;
  editing: boolean;
  address_hint: string;
  since: number;
  lang: string;
  may: boolean;
}

/** Accounts, oldest first. */
export interface PersonList {
  people: PersonAnswer[];
}

/** A persona as staff see it; ``used``: the guides that are it. */
export interface PersonaAnswer {
  id: string;
  version: number;
  name: PersonaWords;
  greeting: PersonaWords;
  suggestions: PersonaWords[];
  voice: string;
  body: string;
  lang: 'zh' | 'en';
  tone: 'warm' | 'formal' | 'lively';
  knowledge: string[];
  never: string[];
  brief: PersonaWords;
  used: PersonaPlace[];
}

/** What changes; a missing field stays. ``version`` is the one that the sender saw. */
export interface PersonaChange {
  version: number;
  name?: Name | null;
  greeting?: Words | null;
  suggestions?: Words[] | null;
  voice?: string | null;
  body?: string | null;
  lang?: 'zh' | 'en' | null;
  tone?: 'warm' | 'formal' | 'lively' | null;
  knowledge?: string[] | null;
  never?: string[] | null;
  brief?: Brief | null;
}

/** Every persona, the bodies that there are, and names of voices that are usual. */
export interface PersonaList {
  personas: PersonaAnswer[];
  bodies: BodyShown[];
  voices: string[];
}

/** A new persona. ``knowledge`` names documents; none: all of the park's. */
export interface PersonaNew {
  name: Name;
  greeting: Words;
  suggestions?: Words[];
  voice?: string;
  body?: string;
  lang?: 'zh' | 'en';
  tone?: 'warm' | 'formal' | 'lively';
  knowledge?: string[];
  never?: string[];
  brief?: Brief;
}

/** A guide of the park that is this persona. */
export interface PersonaPlace {
  hall: string;
  node: string;
}

/** Words in both languages. */
export interface PersonaWords {
  zh?: string;
  en?: string;
}

/** A piece of an answer: a clause, an action or the end, by ``type``. */
export interface PieceShown {
  type: 'clause' | 'action' | 'finish';
  text?: string | null;
  lang?: 'zh' | 'en' | null;
  kind?: 'answer' | 'ask_back' | 'unknown' | 'notice' | null;
  citations?: CitationBody[] | null;
  name?: string | null;
  args?: Record<string, unknown> | null;
  why?: string | null;
  brain?: string | null;
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

/** Where to put an exhibit: on the plinth ``at``, with its foot at ``translation`` on the floor, or, with neither, on the first free plinth. With ``booth``, in that booth: ``translation`` is then in the booth's own axes, from the middle of its floor. ``fit``: ``fitted`` makes it fit its place (the default on a plinth), ``true`` keeps its scale. */
export interface PlacementNew {
  hall: string;
  at?: string | null;
  booth?: string | null;
  translation?: [number, number, number] | null;
  fit?: 'true' | 'fitted' | null;
  yaw?: number;
}

/** The plan, and the time zone of its hours. */
export interface PlanAnswer {
  plan: PlanBody;
  zone: string;
}

/** When visits are received: hours by weekday (0 is Monday), minutes and parties of a slot. */
export interface PlanBody {
  weekdays: Record<string, string[][]>;
  minutes: number;
  capacity: number;
  lead_hours: number;
  ahead_days: number;
  closed: string[];
  holidays_closed: boolean;
  place: Localised;
  open: boolean;
}

/** Who may do what. */
export interface PolicyAnswer {
  roles: RoleShown[];
  actions: ActionShown[];
}

/** Who is where. */
export interface PresenceAnswer {
  halls: HallPresence[];
  total: number;
}

/** How far the starting scene is. */
export interface ProgressAnswer {
  step: string;
  done: number;
  of: number;
}

/** The password, or a code of the authenticator; neither within minutes of signing in. */
export interface Proof {
  password?: string;
  code?: string;
}

/** A statement to be proven, in compact form. */
export interface ProofWanted {
  jws: string;
}

/** One property, ``text/zh``; ``told`` is false when its values are too long to be told. */
export interface PropertyDifference {
  key: string;
  before: unknown;
  after: unknown;
  told: boolean;
}

/** A public key (RFC 7517, RFC 8037). */
export interface PublicKey {
  kty: string;
  crv: string;
  x: string;
  kid: string;
  alg: string;
  use: string;
}

/** When somebody had a revision shown. */
export interface PublicationAnswer {
  revision: number;
  author: string;
  author_name: string;
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

/** A coded reason, with its way forward, and the verbs that take it. */
export interface ReasonChoice {
  code: string;
  label: Localised;
  next: Localised;
  verbs: string[];
}

/** Whose password a link is for, as far as its holder may be told. */
export interface RecoveryAnswer {
  hint: string;
}

/** Whose password was lost. */
export interface RecoveryAsked {
  email: string;
}

/** New recovery codes. They are shown this once. */
export interface RecoveryCodes {
  codes: string[];
}

/** The register; ``outside`` tells of data that is in no table. */
export interface RegisterAnswer {
  tables: RegisterRow[];
  outside: BothWords[];
  people: number;
}

/** What one table holds of people, and why. */
export interface RegisterRow {
  table: string;
  purpose: BothWords;
  basis: BothWords;
  kept: BothWords;
  erased: 'rows' | 'blank' | 'pseudonym' | 'law' | 'cascade';
  sealed: string[];
  plain: string[];
}

/** What the registry is busy with, in numbers. */
export interface RegistrationStatistics {
  states: Record<string, number>;
  divisions: Record<string, number>;
  flags: Record<string, number>;
  seats: number;
  leased: number;
  resting: number;
  booths: number;
  booths_free: number;
  submitted: number;
  decided: number;
  decision_seconds: number;
}

/** Why somebody is asked to leave, and after how many minutes they may come back. */
export interface RemoveBody {
  reason: 'abuse' | 'spam' | 'imitation' | 'content' | 'other';
  words?: string;
  minutes?: number;
}

/** A visitor's report. ``outcome`` is empty while nobody has dealt with it. */
export interface ReportAnswer {
  id: string;
  hall: string;
  at: number;
  reporter: string;
  reporter_name: string;
  accused: string;
  accused_name: string;
  connection: string;
  present: boolean;
  reason: 'abuse' | 'spam' | 'imitation' | 'content' | 'other';
  words: string;
  outcome: '' | 'acted' | 'no_breach' | 'duplicate';
  answer: string;
  handler_name: string;
  handled: number | null;
}

/** Reports, newest first; ``next`` names the last one when there may be more. */
export interface Reports {
  reports: ReportAnswer[];
  next: string | null;
}

/** A request; ``due`` is when it must be answered. ``person`` is an account's id. */
export interface RequestAnswer {
  id: string;
  person: string;
  name: string;
  kind: 'copy' | 'correct' | 'delete' | 'other';
  state: 'open' | 'done' | 'refused';
  words: string | null;
  at: number;
  due: number;
  ended: number | null;
  ended_by: string;
}

/** How a request was answered. */
export interface RequestEnd {
  state: 'done' | 'refused';
}

/** Requests, the most urgent open ones first. */
export interface RequestList {
  requests: RequestAnswer[];
}

/** What somebody asks about their data. */
export interface RequestNew {
  kind: 'copy' | 'correct' | 'delete' | 'other';
  words?: string;
}

/** A mute, a removal or a block. Times are Unix seconds; ``until`` null: until lifted. */
export interface RestraintAnswer {
  id: string;
  kind: 'mute' | 'remove' | 'block';
  by: 'account' | 'address';
  account: string;
  name: string;
  reason: 'abuse' | 'spam' | 'imitation' | 'content' | 'other';
  words: string;
  author: string;
  author_name: string;
  at: number;
  until: number | null;
  lifted: number | null;
  lifter_name: string;
  holds: boolean;
}

/** Restraints, newest first; ``next`` names the last one when there may be more. */
export interface Restraints {
  blocks: RestraintAnswer[];
  next: string | null;
}

/** How long what is kept; ``at`` is when the last round was, in Unix seconds. */
export interface RetentionAnswer {
  rules: RetentionRow[];
  at: number | null;
}

/** What goes after how many days, and how much went on the last round. */
export interface RetentionRow {
  table: string;
  words: BothWords;
  days: number;
  taken: number;
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
  author_name: string;
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

/** A role in words. */
export interface RoleShown {
  id: string;
  zh: string;
  en: string;
  zh_about: string;
  en_about: string;
  staff: boolean;
  yours_to_give: boolean;
}

/** The key that signs now, and how many certificates were signed anew. */
export interface RotationAnswer {
  key: string;
  signed_anew: number;
}

/** ``stolen``: the old keys prove nothing any more, and all that stands is signed anew. */
export interface RotationWanted {
  stolen?: boolean;
}

/** A run with every result. */
export interface RunAnswer {
  at: number;
  passed: number;
  failed: number;
  results: TestResult[];
}

/** How a run of all tests went. */
export interface RunLine {
  at: number;
  passed: number;
  failed: number;
}

/** A clause of an answer; ``by`` says whether a human wrote it. */
export interface SaidShown {
  text: string;
  lang: string;
  kind: string;
  by: 'ai' | 'human';
  citations: CitationBody[];
}

/** A hall's whole scene: published state and shared interaction values. */
export interface SceneAnswer {
  hall: Record<string, unknown>;
  nodes: Record<string, unknown>;
  shared: Record<string, unknown>;
  revision: number;
  epoch: string;
}

/** Seats by number. */
export interface SeatList {
  seats: SeatShown[];
  next: number | null;
}

/** A seat and its address. */
export interface SeatPlace {
  number: number;
  name: string;
  address: Localised;
  custodian: string;
  custodian_name: Localised;
}

/** A seat: whose it is, or until when it rests. */
export interface SeatShown {
  number: number;
  name: string;
  custodian: string;
  state: 'free' | 'leased' | 'resting';
  application: string;
  company: string;
  since: number | null;
  free_from: number | null;
}

/** Half the way in: one of these second factors is due, shown together with ``step``. */
export interface SecondStep {
  step: string;
  methods: ('passkey' | 'totp' | 'recovery')[];
}

/** One service. ``barred``: it lies abroad, and the operator has not consented to that. ``since``: when it failed last, while it is left alone (Unix seconds); ``error`` says how. */
export interface ServiceShown {
  configured: boolean;
  healthy: boolean;
  barred: boolean;
  abroad: boolean;
  host: string;
  model: string;
  since: number | null;
  error: string;
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

/** Living sessions, the last used first. */
export interface SessionList {
  sessions: SessionShown[];
}

/** One session of an account; ``current`` is the one that asks. */
export interface SessionShown {
  id: string;
  created: number;
  seen: number;
  expires: number;
  agent: string;
  address: string;
  how: string;
  current: boolean;
}

/** One setting. ``value`` is in force, ``next`` after a restart; a secret shows neither. */
export interface SettingAnswer {
  name: string;
  area: string;
  zh: string;
  en: string;
  kind: 'text' | 'flag' | 'whole' | 'real' | 'choice' | 'list';
  choices: string[];
  default: unknown;
  value: unknown;
  next: unknown;
  source: 'default' | 'desk' | 'file' | 'environment';
  secret: boolean;
  is_set: boolean;
  fixed: boolean;
  live: boolean;
  variable: string;
}

/** Every setting; ``restart`` names those whose change waits for a restart. */
export interface SettingsAnswer {
  settings: SettingAnswer[];
  restart: string[];
}

/** Settings by name; null takes one back to its default. */
export interface SettingsChange {
  settings: Record<string, unknown>;
}

/** Days (0 Monday … 6 Sunday), times, people; one that ends early ends on the next day. */
export interface ShiftBody {
  days: number[];
  begins: string;
  ends: string;
  people: string[];
}

/** In, or half the way. */
export type SignInAnswer = SessionAnswer | SecondStep;

/** One way of signing in. ``token`` of a one-time link; ``email`` and ``password``; ``step`` and ``code`` (of the authenticator, or a recovery code); ``address`` and the ``code`` that was sent there. */
export interface SignInBody {
  token?: string | null;
  email?: string | null;
  password?: string | null;
  step?: string | null;
  address?: string | null;
  code?: string | null;
}

/** An address, the code that was sent there, and what is agreed to. ``consents``: the version of each document that was read, by its kind (``privacy``). */
export interface SignUp {
  address: string;
  code: string;
  name: string;
  consents: Record<string, number>;
  lang?: 'zh-CN' | 'en';
}

/** In, or half the way for an account that has a second factor. */
export type SignUpAnswer = SignedUp | SecondStep;

/** Where to send a code: an e-mail address or a phone number. */
export interface SignUpCode {
  address: string;
  lang?: 'zh-CN' | 'en';
}

/** Who one is now, and the application one is at; empty for staff who have none. */
export interface SignedUp {
  id: string;
  name: string;
  role: string;
  may: string[];
  csrf: string;
  account: OwnAccount | null;
  first_run: boolean;
  application: string;
}

/** The park's profile, as everybody may read it. */
export interface SiteAnswer {
  name: Record<string, string>;
  logo: LogoAnswer | null;
  languages: string[];
  start_hall: string;
  contact: Record<string, unknown>;
  icp: string;
  icp_link: string;
  police_record: string;
  police_link: string;
  footer: Record<string, string>;
  operator: Record<string, string>;
  documents: DocumentAnswer[];
}

/** What can be changed of the profile; a missing field stays as it is. ``logo`` is the id of a picture among the park's media, null for none. */
export interface SiteChange {
  name?: Named | null;
  logo?: string | null;
  languages?: ('zh-CN' | 'en')[] | null;
  start_hall?: string | null;
  contact?: ContactBody | null;
  icp?: string | null;
  police_record?: string | null;
  footer?: Localised | null;
  operator?: Localised | null;
}

/** A time that can be booked: Unix seconds, places left of how many. */
export interface SlotAnswer {
  starts: number;
  ends: number;
  left: number;
  capacity: number;
}

/** Slots of the days asked for; ``zone``: the time zone to show them in. */
export interface SlotList {
  slots: SlotAnswer[];
  zone: string;
  minutes: number;
  place: Record<string, string>;
  open: boolean;
}

/** Where in the park it came from; ``ref``: the tour, exhibit, unit (``hall/node``), booth … */
export interface SourceBody {
  kind?: 'tour' | 'exhibit' | 'guide' | 'unit' | 'booth' | 'page' | 'desk';
  ref?: string;
}

/** A document with how many clauses rested on it. */
export interface SourceCount {
  document: string;
  title: string;
  count: number;
}

/** With which scene the park begins. */
export interface StartBody {
  scene: 'demo' | 'empty';
}

/** One side of a comparison; ``version`` is null for what is published or drafted now. */
export interface StateAnswer {
  kind: 'version' | 'published' | 'draft';
  version: VersionAnswer | null;
  revision: number;
}

/** Answers of a day, which began at a moment, by how they ended. */
export interface StatisticsDay {
  at: number;
  answered: number;
  vague: number;
  unknown: number;
  refused: number;
  small_talk: number;
  cut: number;
}

/** Whether a unit is let (perhaps to a lead) or free. */
export interface StatusBody {
  status: 'let' | 'free';
  lead?: string;
}

/** One step of a job; ``progress`` from 0 to 1. */
export interface StepAnswer {
  name: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'skipped';
  progress: number;
  seconds: number | null;
  words: StepWords;
}

/** A step in plain words. */
export interface StepWords {
  zh: string;
  en: string;
}

/** A test with its last result. */
export interface TestAnswer {
  id: string;
  question: string;
  lang: 'zh' | 'en' | '';
  persona: string;
  sources: string[];
  facts: string[];
  last: TestResult | null;
}

/** What changes of a test; a missing field stays. */
export interface TestChange {
  question?: string | null;
  lang?: 'zh' | 'en' | '' | null;
  persona?: string | null;
  sources?: string[] | null;
  facts?: string[] | null;
}

/** Every test, oldest first, and the last runs, newest first. */
export interface TestList {
  tests: TestAnswer[];
  runs: RunLine[];
}

/** A question, the documents of which its answer must rest on one, the facts it must say. Neither sources nor facts: the answer must be that the records do not have it. */
export interface TestNew {
  question: string;
  lang?: 'zh' | 'en' | '';
  persona?: string;
  sources?: string[];
  facts?: string[];
}

/** How a test went. ``reasons`` are codes: source, unanswered, answered, ``fact:…``. */
export interface TestResult {
  test: string;
  passed: boolean;
  reasons: string[];
  answer: string;
  at: number;
  ms: number;
}

/** A ticket to join one hall with, once, until ``expires`` (Unix time in seconds). */
export interface TicketAnswer {
  ticket: string;
  expires: number;
  name: string;
}

/** ``name``: what an anonymous visitor wishes to be called; accounts keep their own name. */
export interface TicketNew {
  name?: string;
}

/** A new authenticator: its secret, the address in its QR code, and the code as SVG. */
export interface TotpBegun {
  secret: string;
  uri: string;
  qr: string;
}

/** A node that an edit was about, or the hall itself when ``node`` is empty. */
export interface TouchedAnswer {
  node: string;
  name: Record<string, string> | null;
  kind: string | null;
  how: 'added' | 'removed' | 'changed';
  keys: string[];
}

/** When something passed from whom to whom. */
export interface TransferAnswer {
  old: string;
  new: string;
  author: string;
  at: number;
  note: string;
}

/** To whom something passes: an account's id, ``enterprise:<id>``, or empty for the park. */
export interface TransferNew {
  to: string;
  note?: string;
}

/** A verb of the workflow with what it asks for; ``version`` is the one that was looked at. ``without_booth``: move in without one, though the form asked for it. */
export interface TransitionBody {
  verb: 'submit' | 'claim' | 'release' | 'request_changes' | 'approve' | 'await' | 'reject' | 'withdraw' | 'activate' | 'renew' | 'take_booth' | 'suspend' | 'restore' | 'exit' | 'close' | 'expire';
  version: number;
  reason?: string;
  note?: string;
  items?: ItemBody[];
  agreement?: string | number | null;
  custodian?: string;
  booth?: BoothWish | null;
  without_booth?: boolean;
}

/** What a guide would say, what it found, and milliseconds until its first clause. */
export interface TrialAnswer {
  pieces: PieceShown[];
  hits: HitShown[];
  ms: number;
}

/** A question to try a guide with; ``lang`` empty: found out from it. */
export interface TrialNew {
  question: string;
  persona?: string;
  lang?: 'zh' | 'en' | '';
  audience?: 'public' | 'investors' | 'staff';
  brain?: 'extractive' | 'model' | '';
  history?: ExchangeBody[];
}

/** A question with its answer; ``heard`` is null unless it was cut short. */
export interface TurnShown {
  turn: number;
  at: number;
  question: string;
  lang: string;
  why: string;
  brain: string;
  ms: number;
  heard: string | null;
  rating: number;
  words: string;
  clauses: SaidShown[];
}

/** Space to let: m², kN/m², kW, metres; rent in fen per m² and month; ``since``: from when. ``hold`` is there for whoever may know of it: its holder and staff. */
export interface UnitAnswer {
  hall: string;
  hall_name: Record<string, string>;
  unit: string;
  no: string;
  name: string;
  name_en: string;
  use: string;
  area: number;
  rent: number;
  since: string;
  floor_load: number;
  power: number;
  height: number;
  terms: Record<string, string>;
  size: number[];
  position: number[];
  status: 'free' | 'held' | 'let';
  held_until: number | null;
  hold: HoldAnswer | null;
}

/** Space to let, the best fit first; how many there are of each status and use. ``hold_days``: how long a hold lasts. */
export interface UnitList {
  units: UnitAnswer[];
  uses: Record<string, number>;
  statuses: Record<string, number>;
  total_area: number;
  free_area: number;
  hold_days: number;
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

/** How many people have keys, and how many keys were destroyed. */
export interface VaultAnswer {
  people: number;
  destroyed: number;
}

/** Whether the trail is whole; else the first line that is wrong, and what is wrong. */
export interface VerificationAnswer {
  whole: boolean;
  fault: string | null;
  seq: number;
  rows: number;
  first: number;
  head: number;
  hash: string;
}

/** A named version of a hall. */
export interface VersionAnswer {
  number: number;
  name: string;
  revision: number;
  author: string;
  author_name: string;
  at: number;
}

/** A named version with the whole scene that it holds. */
export interface VersionDocument {
  number: number;
  name: string;
  revision: number;
  author: string;
  author_name: string;
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

/** Which ways in this park has, besides passwords; ``oidc`` is the provider's name. */
export interface WaysAnswer {
  passkey: boolean;
  oidc: string | null;
  codes: boolean;
}

/** Words in both languages, a paragraph at most. */
export interface Words {
  zh: string;
  en: string;
}
