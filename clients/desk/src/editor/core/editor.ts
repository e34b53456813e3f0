/** The editor of one hall: the scene as it is, what one does to it, and who else is at it. */

import { computed, type ComputedRef, effectScope, ref, shallowRef, watch } from 'vue';

import type { Workshop } from '@web/workshop';
import type { WireError } from '@web/net/requests';
import type { JoinedMessage, PatchMessage, RightsMessage, SelectionsMessage, ServerMessage } from '@web/wire';

import { type Key, lang, t } from '@/i18n';
import { confirm } from '@/ui/ask';

import { Broadcast } from './broadcast';
import { Acts } from './commands';
import { apply } from './document';
import { Glimpse, heldBy } from './glimpse';
import { Holding } from './holding';
import { type Edit, Ledger } from './ledger';
import { lineOf, openConnection } from './line';
import { Mirror } from './mirror';
import { fromBooth, intoBooth, isIn } from './own';
import { colourOf } from './names';
import { Past } from './past';
import { Shown } from './shown';
import { topmost } from './space';
import { codeOf, Sync } from './sync';
import type {
  Colleague, Draft, EditLayer, Editor, EditorStatus, Operation, RunOptions, SceneDoc, Quat, Selecting, Space, Tool, Vec3,
} from './types';

const LABELS: Readonly<Record<string, Key>> = { move: 'edit.move', turn: 'edit.turn', scale: 'edit.scale' };

export class Core implements Editor {
  readonly layer = ref<EditLayer>('draft');
  readonly status = ref<EditorStatus>('connecting');
  readonly saving = ref(0);
  readonly trouble = ref<string | null>(null);
  readonly scene = shallowRef<SceneDoc | null>(null);
  readonly published = shallowRef<SceneDoc | null>(null);
  readonly draft = shallowRef<Draft>({ ops: [], number: 0 });
  readonly selection = ref<readonly string[]>([]);
  readonly others = ref<readonly Colleague[]>([]);
  readonly tool = ref<Tool>('select');
  readonly space = ref<Space>('world');
  readonly snap = { on: ref(true), step: ref(0.25), angle: ref(Math.PI / 12), floor: ref(false) };
  /** The first picture stands on the canvas. */
  readonly drawn = ref(false);
  /** This browser cannot draw. */
  readonly blind = ref(false);
  readonly past: ComputedRef<readonly Key[]>;
  readonly canUndo: ComputedRef<boolean>;
  readonly canRedo: ComputedRef<boolean>;
  readonly canEdit: ComputedRef<boolean>;
  /** The booths here that are one's company's. */
  readonly booths = ref<readonly string[]>([]);
  /** One furnishes the booth of one's company, live, and may change nothing else of the hall. */
  readonly own: ComputedRef<boolean>;
  private readonly rights = ref<ReadonlySet<string> | null>(null);
  private entitle: () => void = () => undefined;
  private readonly history: Past;
  private readonly ledger = new Ledger();
  private readonly mirror = new Mirror({
    joined: (message) => this.joined(message),
    patch: (message) => this.patched(message),
    drafted: ({ ops, number, aside }) => {
      this.ledger.takeDraft({ ops, number, aside: aside ?? [] });
      this.refresh();
    },
    other: (message) => this.heard(message),
  });
  private readonly connection = openConnection(this.mirror);
  private readonly sync = new Sync(this.ledger, lineOf(this.connection), {
    changed: () => this.refresh(),
    refused: (error) => this.say(error),
    kept: (edit) => this.kept(edit),
    later: (fn, ms) => {
      const timer = setTimeout(fn, ms);
      return () => clearTimeout(timer);
    },
  });
  private readonly holding = new Holding({
    doc: () => this.ledger.view(this.layer.value), isLive: () => this.layer.value === 'published' && !this.own.value,
    keep: (ops) => this.run(LABELS[this.tool.value] ?? 'edit.move', ops), changed: () => this.refresh(),
    show: (places) => this.glimpse.hold(places),
  }, new Broadcast({ send: (ops) => this.connection.edit('shared', ops), now: () => performance.now() }));
  private readonly glimpse = new Glimpse({
    say: (nodes, moving) => this.own.value || this.connection.select(nodes, moving), now: () => performance.now(),
  });
  private readonly shown = new Shown();
  private readonly labels = new WeakMap<Edit, Key>();
  private readonly acts: Acts;
  private readonly scope = effectScope(true);
  private workshop: Workshop | null = null;
  private letIn: () => void = () => undefined;
  private readonly entered = new Promise<void>((done) => (this.letIn = done));
  private frame = 0;
  private closed = false;

  constructor(readonly hall: string) {
    this.history = new Past(hall);
    const undone = this.history.in(() => this.layer.value, 'undone');
    this.past = this.history.in(() => this.layer.value, 'done');
    this.canUndo = computed(() => this.past.value.length > 0);
    this.canRedo = computed(() => undone.value.length > 0);
    this.own = computed(() => this.booths.value.length > 0 && !this.rights.value?.has('draft.edit') && !this.rights.value?.has('scene.edit'));
    this.canEdit = computed(() => {
      const action = this.own.value ? 'booth.edit' : this.layer.value === 'draft' ? 'draft.edit' : 'scene.edit';
      return this.status.value !== 'refused' && (this.rights.value?.has(action) ?? true);
    });
    this.acts = new Acts({
      doc: () => this.scene.value, selection: () => this.selection.value,
      select: (ids, how) => this.select(ids, how),
      run: (label, ops, options) => this.run(label, ops, options),
      extent: (id) => this.workshop?.extent(id) ?? null,
      ahead: () => this.view.ahead(), right: () => this.workshop?.compass().right ?? [1, 0, 0],
    });
    this.scope.run(() => this.follow());
    this.connection.on('status', ({ status, message }) => this.stand(status, message));
    this.connection.on('error', (error) => this.say(error));
    this.connection.on('rights', (message) => this.entitled(message));
    this.connection.on('moved', ({ hall: other, message }) => other !== hall && this.sentOn(message));
    this.connection.join(hall).catch((error: WireError) => this.refuse(error.message));
  }

  readonly view: Editor['view'] = {
    focus: (ids) => this.workshop?.focus(ids),
    ahead: () => this.workshop?.ahead() ?? [0, 0, 0],
    from: (name) => this.workshop?.from(name),
    project: (point) => this.workshop?.project(point) ?? { x: 0, y: 0, visible: false },
  };

  readonly draw: Editor['draw'] = {
    polygons: (list, change) => this.workshop?.polygons(list, change) ?? (() => undefined),
  };

  readonly setLayer = (layer: EditLayer): void => {
    if (layer === this.layer.value || (this.own.value && layer === 'draft')) return;
    this.workshop?.escape();
    this.sync.release();
    this.layer.value = layer;
    this.refresh();
  };

  readonly select = (ids: readonly string[], how: Selecting = 'only'): void => {
    const before = this.selection.value;
    const kept = how === 'only' ? [] : how === 'toggle' ? before.filter((id) => !ids.includes(id)) : before;
    const added = how === 'toggle' ? ids.filter((id) => !before.includes(id)) : ids;
    const chosen = [...new Set([...kept, ...added])];
    this.selection.value = this.own.value ? chosen.filter((id) => this.isMine(id)) : chosen;
  };

  readonly run = async (label: Key, ops: readonly Operation[], { coalesce }: RunOptions = {}): Promise<void> => {
    if (!ops.length || !this.canEdit.value) return;
    const known = new Set(this.ledger.edits);
    const done = this.sync.run(this.layer.value, ops, coalesce ?? null);
    for (const edit of this.ledger.edits) if (!known.has(edit)) this.labels.set(edit, label);
    await done;
  };

  readonly undo = (): Promise<void> => this.turnBack('undo');
  readonly redo = (): Promise<void> => this.turnBack('redo');

  readonly add: Editor['add'] = (node, at) => {
    const [doc, booth] = [this.scene.value, this.booths.value[0]];
    if (!this.own.value || !doc || !booth || node.parent) return this.acts.add(node, at);
    // Words are read from behind where they look: here, from the booth's open side.
    const turned = node.kind === 'text' && !node.rotation ? { ...node, rotation: [0, 1, 0, 0] as Quat } : node;
    const put = intoBooth(doc, booth, { ...turned, translation: [0, 0, 0] }, at ?? this.view.ahead());
    return this.acts.add({ ...put.node, translation: [0, 0, 0] }, put.at);
  };
  /** The park has done something for one, which one may undo. */
  readonly did = (label: Key): void => this.history.did(this.layer.value, label);
  readonly remove: Editor['remove'] = (ids) => this.acts.remove(ids);
  readonly duplicate: Editor['duplicate'] = (ids) => this.acts.duplicate(ids);
  readonly copy: Editor['copy'] = () => this.acts.copy();
  readonly cut: Editor['cut'] = () => this.acts.cut();
  readonly paste: Editor['paste'] = () => this.acts.paste();
  readonly group: Editor['group'] = (ids) => this.acts.group(ids);
  readonly ungroup: Editor['ungroup'] = (ids) => this.acts.ungroup(ids);
  readonly align: Editor['align'] = (how) => this.acts.align(how);
  readonly nudge = (by: Vec3): Promise<void> => this.acts.nudge(by);

  /** The canvas' own commands, once it is there. */
  get bench(): Workshop | null {
    return this.workshop;
  }

  /** Draw on a canvas, once the hall has come. */
  async attach(canvas: HTMLCanvasElement): Promise<void> {
    const [{ openWorkshop }] = await Promise.all([import('./canvas'), this.entered]);
    if (this.closed) return;
    const workshop = openWorkshop(canvas, this.shown.world, {
      serverNow: () => this.connection.serverNow(),
      picked: (ids, how) => this.select(ids, how),
      dragging: (places) => this.holding.move(places),
      dropped: (kept) => this.holding.drop(kept),
      shown: () => (this.drawn.value = true),
      lost: (gone) => (this.trouble.value = gone ? t('editor.lost') : null),
    });
    if (!workshop) return void (this.blind.value = true);
    this.workshop = workshop;
    this.tellWorkshop();
    this.goToBooth();
  }

  /** Try the line at once. */
  hurry(): void {
    this.connection.hurry();
  }

  readonly close = (): void => {
    if (this.closed) return;
    this.closed = true;
    this.scope.stop();
    cancelAnimationFrame(this.frame);
    this.workshop?.dispose();
    this.workshop = null;
    const gone = new Promise((done) => setTimeout(done, 3000));
    void Promise.race([this.sync.flush(), gone]).finally(() => this.connection.close());
  };

  private follow(): void {
    watch(this.selection, (ids) => {
      this.workshop?.select(this.roots());
      this.glimpse.select(ids);
    });
    watch(this.others, () => this.tellOthers());
    watch(lang, () => this.connection.introduce());
    watch([this.tool, this.space, this.canEdit, ...Object.values(this.snap)], () => this.tellTools());
  }

  private tellWorkshop(): void {
    this.tellTools();
    this.tellOthers();
    this.workshop?.select(this.roots());
  }

  private tellTools(): void {
    const { workshop, snap } = this;
    workshop?.lock(!this.canEdit.value);
    workshop?.snap({ on: snap.on.value, step: snap.step.value, angle: snap.angle.value, floor: snap.floor.value });
    workshop?.space(this.space.value);
    workshop?.grip(this.tool.value);
  }

  private tellOthers(): void {
    this.workshop?.mark(this.others.value);
  }

  private roots(): string[] {
    return this.scene.value ? topmost(this.scene.value, this.selection.value) : [];
  }

  private isMine(id: string): boolean {
    const nodes = this.scene.value?.nodes;
    return nodes !== undefined && isIn(nodes, this.booths.value, id);
  }

  /** Before one's booth, a little above it, looking in. */
  private goToBooth(): void {
    const [doc, booth] = [this.scene.value, this.booths.value[0]];
    if (!this.own.value || !doc || !booth || !this.workshop) return;
    const { depth = 4, width = 4, height = 3 } = doc.nodes[booth]?.booth ?? {};
    this.workshop.look(fromBooth(doc, booth, [width * 0.35, height * 0.62, depth / 2 + Math.max(width, height) * 0.95]), fromBooth(doc, booth, [0, height * 0.36, 0]));
  }

  private joined(message: JoinedMessage): void {
    const told = new Promise<void>((done) => (this.entitle = done));
    const first = this.ledger.published === null;
    if (message.scene) this.ledger.enter(message.scene as unknown as SceneDoc);
    else for (const { layer, ops } of message.patches ?? []) if (layer === 'published') this.ledger.patch(ops);
    if (first) {
      this.shown.enter(message, this.ledger.view(this.layer.value)!);
      this.letIn();
    }
    this.refresh();
    // What one may do comes right behind; a company's people have no draft to follow.
    void told.then(() => this.sync.online(!this.own.value)).then(() => this.arrived(), (error: unknown) => this.shut(error));
  }

  private arrived(): void {
    this.status.value = 'live';
    this.glimpse.select(this.selection.value);
  }

  /** One may be in the hall and yet not see its draft. */
  private shut(error: unknown): void {
    const code = codeOf(error);
    if (code !== 'disconnected' && code !== 'offline' && code !== 'timeout') this.refuse((error as Error).message);
  }

  /** The hall is closed or gone: a visitor would go on to another, an editor does not. */
  private sentOn(words: string): void {
    this.refuse(words);
    queueMicrotask(() => this.connection.close());
  }

  private refuse(words: string): void {
    this.status.value = 'refused';
    if (words) this.trouble.value = words;
  }

  private patched({ layer, ops, number }: PatchMessage): void {
    if (layer === 'published') this.ledger.patch(ops);
    else if (layer === 'draft' && !this.ledger.patchDraft(ops, number)) void this.sync.askAgain();
    if (layer !== 'shared') this.refresh();
  }

  private heard(message: ServerMessage): void {
    if (message.t === 'selections') this.meet(message);
    else if (message.t === 'notice') this.trouble.value = message.message;
  }

  private entitled({ may, booths = [] }: RightsMessage): void {
    const first = this.rights.value === null;
    this.rights.value = new Set(may);
    this.booths.value = booths;
    if (this.own.value && this.layer.value === 'draft') {
      this.layer.value = 'published';
      this.refresh();
    }
    this.entitle();
    if (first) this.goToBooth();
  }

  private meet({ who }: SelectionsMessage): void {
    this.others.value = who.filter(({ person }) => person !== this.mirror.me).map((one, at) => {
      const { person, name, nodes } = one;
      const number = person ?? -1 - at;
      return { person: number, name: name || t('role.operator'), nodes, moving: heldBy(one), colour: colourOf(Math.abs(number)) };
    });
  }

  private stand(status: string, message: string): void {
    if (status === 'online') return;
    if (status === 'refused' || status === 'ended') return this.closed ? undefined : this.refuse(message);
    this.sync.offline();
    this.status.value = this.ledger.published ? 'away' : 'connecting';
    this.others.value = [];
  }

  /** Compose what one sees anew; panels hear at once, the canvas in the next frame. */
  private refresh(): void {
    const doc = this.ledger.view(this.layer.value);
    this.saving.value = this.ledger.edits.length;
    if (!doc) return;
    this.scene.value = apply(doc, this.holding.ops);
    this.published.value = this.ledger.confirmed('published');
    this.draft.value = this.ledger.draft;
    const left = this.selection.value.filter((id) => this.scene.value!.nodes[id]);
    if (left.length !== this.selection.value.length) this.selection.value = left;
    this.drawSoon();
  }

  private drawSoon(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (this.scene.value) this.shown.show(this.scene.value);
    });
  }

  private kept(edit: Edit): void {
    this.trouble.value = null;
    this.history.did(edit.layer, this.labels.get(edit) ?? 'edit.change');
  }

  private async turnBack(what: 'undo' | 'redo', anyway = false): Promise<void> {
    const layer = this.layer.value;
    try {
      await this.sync.turnBack(what, layer, anyway);
      this.trouble.value = null;
      if (what === 'undo') this.history.undid(layer);
      else this.history.redid(layer);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'nothing_to_undo' || code === 'nothing_to_redo') this.history.forget(layer, what === 'undo' ? 'done' : 'undone');
      if (code !== 'undo_conflict' || anyway) return this.say(error);
      const title = t(what === 'undo' ? 'editor.conflict.undo' : 'editor.conflict.redo');
      const agreed = await confirm({ title, text: t('editor.conflict.text'), yes: t('editor.conflict.yes'), grave: true });
      if (agreed !== null) await this.turnBack(what, true);
    }
  }

  private say(error: unknown): void {
    const { message, details } = error as WireError;
    const [first] = details ?? [];
    const words = message && !/^[a-z_]+$/.test(message) ? message : t('error.internal');
    const more = first?.message && first.message !== words ? first.message : '';
    // A finding that says the same, and by how much, says it alone.
    this.trouble.value = more.startsWith(words) ? more : more ? `${words}：${more}` : words;
  }
}

/** Open a hall for editing; `close` it when the page goes. */
export const createEditor = (hall: string): Core => new Core(hall);
