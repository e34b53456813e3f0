/** One board: a frame on a wall, a picture that gets sharper when one comes near, a strip below it. */

import {
  BoxGeometry, Color, Group, type Intersection, Mesh, MeshBasicMaterial, MeshStandardMaterial, PlaneGeometry, type Raycaster,
  type Texture, Vector3,
} from 'three';
import type { Frame } from '../stage/frame';
import type { BoardFace, FilmPlayback, Language, Localised, Media, Picture } from '../world/scene';
import { localise } from '../world/scene';
import { clockWords, endOf, isRunning, momentOf } from '../world/film';
import { Film } from './film';
import { type BoardControl, contain, controlAt, stripHeight } from './fit';
import { freePicture, type LoadPicture, loadPicture } from './picture';
import { Strip, type StripWords } from './strip';

/** How large a board looks (its diagonal over the distance) before it is worth fetching. */
const POSTER_SIZE = 0.03;
const SHARP_SIZE = 0.16;
const LEAVE = 0.6;
const RETRY_MS = 15_000;
const DEPTH = 0.035;
const BEZEL = 0.018;
const SHARPEST = { low: 1280, high: 3072 } as const;

const WORDS: Record<'empty' | 'loading' | 'failed' | 'poster', Localised> = {
  empty: { zh: '此展板尚未布置内容', en: 'Nothing is shown here yet' },
  loading: { zh: '正在载入…', en: 'Loading…' },
  failed: { zh: '内容暂时无法显示', en: 'This cannot be shown just now' },
  poster: { zh: '走近观看', en: 'Come closer to watch' },
};

type State = 'empty' | 'poster' | 'loading' | 'shown' | 'failed';

export interface BoardValues {
  page: number;
  playback: FilmPlayback | null;
}

export class BoardView {
  readonly group = new Group();
  state: State = 'empty';
  private readonly frame: Mesh<BoxGeometry, MeshStandardMaterial>;
  private readonly surface: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private readonly strip: Strip;
  private readonly room: { width: number; height: number };
  private readonly media: Media | null;
  private readonly centre = new Vector3();
  private picture: Texture | null = null;
  /** The asset of the picture that hangs, and of the one on its way. */
  private hangs: string | null = null;
  private coming: { asset: string; stop: AbortController } | null = null;
  /** What could not be had, and when it was tried. */
  private readonly broken = new Map<string, number>();
  private now = 0;
  private film: Film | null = null;

  constructor(readonly id: string, readonly face: BoardFace, private readonly load: LoadPicture = loadPicture) {
    const { width, height } = face;
    const low = stripHeight(face);
    this.media = face.media ?? null;
    // The picture has the board's own measures; frame and strip are around it.
    this.room = { width, height };
    const box = new BoxGeometry(width + BEZEL * 2, height + low + BEZEL * 2, DEPTH);
    this.frame = new Mesh(box, new MeshStandardMaterial({ color: 0x1d2124, roughness: 0.7 }));
    this.frame.position.set(0, -low / 2, DEPTH / 2);
    this.surface = new Mesh(new PlaneGeometry(1, 1), new MeshBasicMaterial({ color: 0x14181a, toneMapped: false }));
    this.surface.position.set(0, 0, DEPTH + 0.002);
    this.surface.scale.set(this.room.width, this.room.height, 1);
    this.strip = new Strip({ width, height: low });
    this.strip.mesh.position.set(0, -(height + low) / 2, DEPTH + 0.002);
    this.group.add(this.frame, this.surface, this.strip.mesh);
  }

  update(frame: Frame, { page, playback }: BoardValues): void {
    this.now = frame.now;
    for (const [asset, at] of this.broken) if (this.now - at > RETRY_MS) this.broken.delete(asset);
    this.group.getWorldPosition(this.centre);
    const looks = Math.hypot(this.face.width, this.face.height) / Math.max(0.5, this.centre.distanceTo(frame.eye));
    if (!this.media) this.state = 'empty';
    else if (this.media.kind === 'video') this.updateFilm(looks, playback, frame);
    else this.updatePicture(looks, page, frame);
    this.strip.show(this.words(frame.lang, page, playback, frame.time));
  }

  /** Where a ray meets the board, and which control is there. */
  hit(caster: Raycaster, hits: Intersection[]): { distance: number; control: BoardControl | null } | null {
    hits.length = 0;
    caster.intersectObjects([this.frame, this.surface, this.strip.mesh], false, hits);
    const [hit] = hits;
    if (!hit) return null;
    const at = this.group.worldToLocal(hit.point.clone());
    const kind = this.media?.kind;
    let control: BoardControl | null = null;
    if (kind === 'video') control = 'play';
    else if (kind === 'document' && hit.object === this.strip.mesh) control = controlAt('document', this.strip.size, at.x);
    return { distance: hit.distance, control };
  }

  dispose(): void {
    this.forget();
    this.film?.dispose();
    this.strip.dispose();
    this.group.removeFromParent();
    for (const part of [this.frame, this.surface]) {
      part.geometry.dispose();
      part.material.dispose();
    }
  }

  private updatePicture(looks: number, page: number, { quality }: Frame): void {
    const { pages = [], poster = null } = this.media!;
    const shown = pages[Math.min(page, pages.length - 1)];
    if (!shown) return void (this.state = 'failed');
    const sharp = looks > SHARP_SIZE * (this.hangs === shown.asset ? LEAVE : 1);
    if (looks < POSTER_SIZE * LEAVE) return this.forget();
    const first = page === 0 ? poster : null;
    const wanted = sharp || !first ? shown.asset : first;
    // The next page is fetched while the last one hangs: turning leaves no blank.
    if (looks > POSTER_SIZE || this.hangs) this.want(this.broken.has(wanted) && first ? first : wanted, shown, SHARPEST[quality.name]);
    this.state = this.stateOf(wanted);
  }

  private updateFilm(looks: number, playback: FilmPlayback | null, frame: Frame): void {
    const { video, poster = null } = this.media!;
    if (!video || this.broken.has(video.asset)) {
      if (this.film) this.stopFilm();
      return void (this.state = 'failed');
    }
    if (poster && looks > POSTER_SIZE) this.want(poster, video, SHARPEST.low);
    const near = looks > SHARP_SIZE * (this.film ? LEAVE : 1);
    if (near && playback) this.film ??= new Film(video, this.centre.clone(), () => this.broken.set(video.asset, this.now));
    if (!near && this.film) this.stopFilm();
    this.film?.update(playback, frame.time);
    if (this.film?.ready) this.paint(this.film.texture, video);
    this.state = this.film && !this.film.ready ? 'loading' : near || !playback?.playing ? 'shown' : 'poster';
  }

  private stopFilm(): void {
    this.film?.dispose();
    this.film = null;
    this.paint(this.picture, this.media!.video!);
  }

  private stateOf(wanted: string): State {
    if (this.hangs === wanted) return 'shown';
    if (this.broken.has(wanted)) return this.hangs ? 'shown' : 'failed';
    return this.hangs ? 'shown' : 'loading';
  }

  /** Have this picture hang: fetch it unless it hangs or comes already. */
  private want(asset: string, shape: Pick<Picture, 'width' | 'height'>, most: number): void {
    if (this.hangs === asset || this.coming?.asset === asset || this.broken.has(asset)) return;
    this.coming?.stop.abort();
    const stop = new AbortController();
    this.coming = { asset, stop };
    this.load(asset, most, stop.signal).then((texture) => {
      if (stop.signal.aborted) return freePicture(texture);
      const before = this.picture;
      this.picture = texture;
      this.hangs = asset;
      this.coming = null;
      this.paint(texture, shape);
      freePicture(before);
    }, () => {
      if (stop.signal.aborted) return;
      this.broken.set(asset, this.now);
      this.coming = null;
    });
  }

  /** Too far away to be seen: the memory is for others. */
  private forget(): void {
    this.coming?.stop.abort();
    this.coming = null;
    if (!this.picture) return;
    this.paint(null, this.room);
    freePicture(this.picture);
    this.picture = null;
    this.hangs = null;
  }

  private paint(texture: Texture | null, shape: { width: number; height: number }): void {
    const { material } = this.surface;
    if (material.map === texture && texture) return;
    const size = texture ? contain(this.room, shape) : this.room;
    this.surface.scale.set(size.width, size.height, 1);
    // A film's colours are decoded by other code than a picture's.
    material.needsUpdate = true;
    material.map = texture;
    material.color = new Color(texture ? 0xffffff : 0x14181a);
  }

  private words(lang: Language, page: number, playback: FilmPlayback | null, now: number): StripWords {
    const plain = { back: '', on: '', along: null };
    if (this.state !== 'shown') return { ...plain, text: localise(WORDS[this.state], lang) };
    const { kind, title, pages = [], video } = this.media!;
    const name = localise(title, lang);
    if (kind === 'document') {
      const at = Math.min(page, pages.length - 1) + 1;
      return { back: at > 1 ? '‹' : '', on: at < pages.length ? '›' : '', text: `${name}   ${at} / ${pages.length}`, along: at / pages.length };
    }
    if (kind === 'image' || !video) return { ...plain, text: name };
    const moment = momentOf(video, playback, now);
    const symbol = isRunning(video, playback, now) ? '❚❚' : '▶';
    const end = endOf(video), known = Number.isFinite(end);
    const on = known ? `${clockWords(moment)} / ${clockWords(end)}` : clockWords(moment);
    return { back: symbol, on, text: name, along: known ? moment / end : null };
  }
}
