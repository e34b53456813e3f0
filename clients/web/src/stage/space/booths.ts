/** What a booth's sign is made of: a board over its open side, one on its wall, and the logo. */

import {
  BoxGeometry, BufferAttribute, Color, Group, InstancedMesh, Matrix4, Mesh, MeshBasicMaterial, MeshLambertMaterial, PlaneGeometry,
  type Scene, type Texture, Vector3,
} from 'three';
import { freePicture, type LoadPicture, loadPicture } from '../../boards/picture';
import type { SceneNode } from '../../world/scene';
import type { Frame } from '../frame';
import type { Entry } from '../view/sceneview';
import { backOf, fasciaDepth, fasciaOf, type Surface } from './booth';

const GREEN = new Color(0.024, 0.075, 0.053);
const PALE = new Color(0.78, 0.83, 0.76);
/** Brighter than paint: such boards are lit from behind. */
const WHITE = new Color(1.3, 1.28, 1.22);
const WALL_DEPTH = 0.03;
/** A line in the colour of the fascia below the board on the wall, metres. */
const FOOT = 0.05;
const SHARPEST = 512;
/** Logos are fetched this near, metres. */
const NEAR = 45;
const PAD = 0.2;

interface Logo {
  readonly asset: string;
  readonly group: Group;
  readonly stop: AbortController;
  readonly room: number;
  readonly at: Vector3;
  asked: boolean;
  texture: Texture | null;
}

interface Slab {
  surface: Surface;
  depth: number;
  color: Color;
}

/** The boards of one booth; a free one has a pale fascia and nothing on its wall. */
function slabsOf({ booth, tenant }: SceneNode): Slab[] {
  const fascia = { surface: fasciaOf(booth!), depth: fasciaDepth, color: tenant ? GREEN : PALE };
  if (!tenant) return [fascia];
  const wall = backOf(booth!);
  const foot = { width: wall.width, height: FOOT, up: wall.up - wall.height / 2 - FOOT / 2, out: wall.out };
  return [fascia, { surface: wall, depth: WALL_DEPTH, color: WHITE }, { surface: foot, depth: WALL_DEPTH, color: GREEN }];
}

export class Booths {
  private slabs: InstancedMesh<BoxGeometry, MeshLambertMaterial> | null = null;
  private readonly box = painted(new BoxGeometry(1, 1, 1));
  private readonly plane = new PlaneGeometry(1, 1);
  private readonly material = new MeshLambertMaterial({ name: 'booth sign', vertexColors: true });
  private readonly logos = new Map<string, Logo>();

  constructor(private readonly scene: Scene, private readonly load: LoadPicture = loadPicture) {}

  /** Draw the signs of these booth nodes. */
  build(entries: readonly Entry[]): void {
    const booths = entries.filter(({ node }) => node.booth);
    this.clearSlabs();
    const slabs = booths.flatMap(({ node, group }) => slabsOf(node).map((slab) => ({ ...slab, matrix: group.matrixWorld })));
    if (slabs.length) this.buildSlabs(slabs);
    this.followLogos(booths);
  }

  /** Fetch what one has come near to. */
  update({ eye }: Frame): void {
    for (const logo of this.logos.values()) {
      if (!logo.asked && logo.at.distanceTo(eye) < NEAR) void this.fetch(logo);
    }
  }

  dispose(): void {
    this.clearSlabs();
    for (const id of [...this.logos.keys()]) this.dropLogo(id);
    for (const thing of [this.box, this.plane, this.material]) thing.dispose();
  }

  private buildSlabs(slabs: readonly (Slab & { matrix: Matrix4 })[]): void {
    const mesh = new InstancedMesh(this.box, this.material, slabs.length);
    const size = new Vector3();
    slabs.forEach(({ surface: { width, height, up, out }, depth, color, matrix }, at) => {
      const place = new Matrix4().makeTranslation(0, up, out - depth / 2).scale(size.set(width, height, depth));
      mesh.setMatrixAt(at, place.premultiply(matrix));
      mesh.setColorAt(at, color);
    });
    mesh.computeBoundingSphere();
    mesh.raycast = () => undefined;
    this.slabs = mesh;
    this.scene.add(mesh);
  }

  private clearSlabs(): void {
    this.slabs?.removeFromParent();
    this.slabs?.dispose();
    this.slabs = null;
  }

  private followLogos(booths: readonly Entry[]): void {
    const wanted = new Map(booths.filter(({ node }) => node.tenant?.logo).map((entry) => [entry.id, entry]));
    for (const [id, { asset }] of [...this.logos]) if (wanted.get(id)?.node.tenant?.logo !== asset) this.dropLogo(id);
    for (const [id, entry] of wanted) {
      const logo = this.logos.get(id) ?? this.addLogo(id, entry);
      this.hang(logo, entry);
    }
  }

  private addLogo(id: string, { node }: Entry): Logo {
    const { height } = backOf(node.booth!);
    const logo: Logo = {
      asset: node.tenant!.logo!, group: new Group(), stop: new AbortController(), room: height - PAD * 2, at: new Vector3(), asked: false, texture: null,
    };
    logo.group.matrixAutoUpdate = false;
    this.logos.set(id, logo);
    this.scene.add(logo.group);
    return logo;
  }

  private hang({ group, at }: Logo, { node, group: booth }: Entry): void {
    const wall = backOf(node.booth!);
    group.matrix.makeTranslation(-wall.width / 2 + wall.height / 2, wall.up, wall.out + 0.006).premultiply(booth.matrixWorld);
    group.updateMatrixWorld(true);
    at.setFromMatrixPosition(group.matrix);
  }

  private async fetch(logo: Logo): Promise<void> {
    logo.asked = true;
    try {
      logo.texture = await this.load(logo.asset, SHARPEST, logo.stop.signal);
    } catch {
      return; // A sign without its logo still says who is there.
    }
    if (logo.stop.signal.aborted) return freePicture(logo.texture);
    const { width, height } = logo.texture.image as { width: number; height: number };
    const mesh = new Mesh(this.plane, new MeshBasicMaterial({ map: logo.texture, transparent: true, toneMapped: false }));
    const scale = logo.room / Math.max(width, height);
    mesh.scale.set(width * scale, height * scale, 1);
    mesh.raycast = () => undefined;
    logo.group.add(mesh);
    logo.group.updateMatrixWorld(true);
  }

  private dropLogo(id: string): void {
    const logo = this.logos.get(id);
    if (!logo) return;
    this.logos.delete(id);
    logo.stop.abort();
    for (const mesh of logo.group.children) ((mesh as Mesh).material as MeshBasicMaterial).dispose();
    freePicture(logo.texture);
    logo.group.removeFromParent();
  }
}

/** White vertex colours let boards share the shader that buildings have compiled already. */
function painted(box: BoxGeometry): BoxGeometry {
  const white = new Uint8Array(box.getAttribute('position').count * 4).fill(255);
  return box.setAttribute('color', new BufferAttribute(white, 4, true)) as BoxGeometry;
}
