/** The preview itself: a subject in a studio, a camera that goes round it, frames when something moved. */

import type { WebGLRenderer } from 'three';
import { createRenderer } from '../stage/canvas';
import { Decoders } from '../stage/stream/decoders';
import type { Language } from '../world/scene';
import type { Backdrop, Preview, PreviewOptions, PreviewPart, PreviewSource, PreviewStats } from './api';
import { View } from './camera';
import { Levels } from './levels';
import { statsOf } from './stats';
import { Studio } from './studio';
import type { Pose, Subject } from './subject';
import { trouble } from './words';

const LONGEST_FRAME = 0.1;
const AT_REST: Readonly<Pose> = { explode: 0, variant: null, playback: null, alone: null };

export class ThreePreview implements Preview {
  private readonly renderer: WebGLRenderer;
  private readonly studio: Studio;
  private readonly view: View;
  private readonly decoders: Decoders;
  private readonly observer: ResizeObserver;
  private levels: Levels | null = null;
  private subject: Subject | null = null;
  private level = -1;
  private pose: Pose = { ...AT_REST };
  private asked = 0;
  private last = 0;
  private dirty = true;
  private disposed = false;

  constructor(private readonly canvas: HTMLCanvasElement, private readonly options: PreviewOptions) {
    try {
      this.renderer = createRenderer(canvas, true);
    } catch {
      throw trouble('no_webgl', this.lang);
    }
    this.studio = new Studio(this.renderer, options.backdrop ?? 'light');
    this.view = new View(canvas, options.yaw ?? 0.62, () => (this.dirty = true));
    this.view.spinning = options.spin ?? false;
    this.decoders = new Decoders(this.renderer);
    this.observer = new ResizeObserver(() => this.resize());
    if (!options.still) this.observer.observe(canvas);
    this.view.resize(canvas.width, canvas.height);
    if (options.still) return;
    this.resize();
    this.renderer.setAnimationLoop((time) => this.tick(time));
  }

  async load(source: PreviewSource, level?: number): Promise<void> {
    this.levels?.abort();
    const levels = new Levels(source, this.options.fetchAsset);
    this.levels = levels;
    this.pose = { ...AT_REST };
    const wanted = level ?? 0;
    // The coarsest level is there in a moment: something is seen while the fine one is on its way.
    const seen = wanted < levels.coarsest && await this.put(levels, levels.coarsest, true).catch(() => false);
    if (this.levels === levels) await this.put(levels, wanted, !seen);
  }

  async show(level: number): Promise<void> {
    if (this.levels && level !== this.level) await this.put(this.levels, level, false);
  }

  explode(amount: number): void {
    this.pose.explode = Math.min(1, Math.max(0, amount));
    this.dirty = true;
  }

  parts(): PreviewPart[] {
    return this.subject?.placed.parts.map(({ name }) => ({ name })) ?? [];
  }

  isolate(part: number | null): void {
    this.pose.alone = part;
    this.subject?.placed.isolate(part);
    this.touch();
  }

  variants(): string[] {
    return [...(this.subject?.template.variantNames ?? [])];
  }

  variant(name: string | null): void {
    this.pose.variant = name;
    this.subject?.placed.setVariant(name);
    this.touch();
  }

  clips(): string[] {
    return this.subject?.template.clips.map(({ name }) => name) ?? [];
  }

  play(clip: string | null, playing = true): void {
    const { playback } = this.pose, now = this.last / 1000;
    const at = playback?.clip === clip ? (playback.at ?? 0) + (playback.playing ? now - (playback.since ?? now) : 0) : 0;
    this.pose.playback = clip === null ? null : { clip, playing, at, since: now, speed: 1 };
    this.touch();
  }

  backdrop(backdrop: Backdrop): void {
    this.studio.setBackdrop(backdrop);
    this.dirty = true;
  }

  spin(on: boolean): void {
    this.view.spinning = on;
  }

  fit(): void {
    if (this.subject) this.view.fit(this.subject.points());
    this.dirty = true;
  }

  async screenshot(options: { width?: number; height?: number; type?: string; quality?: number } = {}): Promise<Blob> {
    const { canvas, renderer, view } = this;
    const { width = canvas.width, height = canvas.height, type = 'image/png', quality } = options;
    renderer.setPixelRatio(1);
    renderer.setSize(width, height, false);
    view.resize(width, height);
    this.draw();
    const taken = new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
    if (!this.options.still) this.resize();
    const blob = await taken;
    if (!blob) throw trouble('unreadable', this.lang, type);
    return blob;
  }

  stats(): PreviewStats {
    return statsOf(this.subject, this.level, this.levels?.bytesOf(this.level) ?? 0, this.renderer.info.render.calls);
  }

  resize(): void {
    const { canvas, renderer } = this;
    const width = Math.max(1, canvas.clientWidth), height = Math.max(1, canvas.clientHeight);
    renderer.setPixelRatio(Math.min(2, devicePixelRatio));
    renderer.setSize(width, height, false);
    this.view.resize(width, height);
    this.draw();
  }

  dispose(): void {
    this.disposed = true;
    this.renderer.setAnimationLoop(null);
    this.observer.disconnect();
    this.levels?.abort();
    this.subject?.dispose();
    for (const part of [this.view, this.decoders, this.studio, this.renderer]) part.dispose();
  }

  private get lang(): Language {
    return this.options.lang?.() ?? 'zh-CN';
  }

  /** Show a level when it is there: false when something else has been asked for meanwhile. */
  private async put(levels: Levels, level: number, fresh: boolean): Promise<boolean> {
    const asked = ++this.asked;
    let subject: Subject;
    try {
      subject = await levels.open(level, this.decoders, this.studio.wardrobe);
    } catch (error) {
      if (this.asked !== asked || this.disposed) return false;
      throw levels.isFetching(error) ? trouble('not_fetched', this.lang, error) : trouble('unreadable', this.lang, error);
    }
    if (this.asked !== asked || this.disposed) {
      subject.dispose();
      return false;
    }
    if (subject.empty) {
      subject.dispose();
      throw trouble('empty', this.lang);
    }
    this.swap(subject, level);
    if (fresh) this.view.begin(subject.points());
    this.options.changed?.();
    return true;
  }

  private swap(subject: Subject, level: number): void {
    subject.adopt(this.pose);
    this.studio.scene.add(subject.group);
    this.subject?.dispose();
    this.subject = subject;
    this.level = level;
    const { min, max } = subject.frame(0);
    this.studio.setFootprint(max.x - min.x, max.z - min.z);
    this.touch();
  }

  private tick(time: number): void {
    const dt = Math.min(LONGEST_FRAME, Math.max(0, (time - this.last) / 1000));
    this.last = time;
    const before = this.subject?.frame();
    const moved = this.subject?.update(this.pose, time / 1000, dt) ?? false;
    if (moved && before) {
      this.view.follow(before, this.subject!.frame());
      this.touch();
    }
    this.view.update(dt);
    if (this.dirty) this.draw();
  }

  /** Something that casts a shadow has changed. */
  private touch(): void {
    this.studio.touch();
    this.dirty = true;
  }

  private draw(): void {
    this.dirty = false;
    this.studio.render(this.view.camera);
  }
}
