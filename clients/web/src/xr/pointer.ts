/** The ray from a hand, the dot where it ends, the beads and ring of a teleport. */

import {
  CircleGeometry, Color, DoubleSide, InstancedMesh, Matrix4, Mesh, MeshBasicMaterial, QuadraticBezierCurve3,
  RingGeometry, type Scene, ShaderMaterial, SphereGeometry, TubeGeometry, Vector3,
} from 'three';
import type { Vec3 } from '../world/viewer';

const WARM = 0xffc27a;
const REFUSED = 0x9a9a9a;
const REACH = 6;
const MOST_BEADS = 64;

const BEAM_VERTEX = /* glsl */ `
varying float along;
void main() { along = uv.x; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }
`;
const BEAM_FRAGMENT = /* glsl */ `
uniform vec3 color;
varying float along;
void main() {
  gl_FragColor = vec4(color, smoothstep(0.0, 0.06, along) * (1.0 - along) * 0.75);
  #include <colorspace_fragment>
}
`;

export class Pointer {
  private readonly beam: Mesh<TubeGeometry, ShaderMaterial>;
  private readonly dot: Mesh<CircleGeometry, MeshBasicMaterial>;
  private readonly arc: InstancedMesh<SphereGeometry, MeshBasicMaterial>;
  private readonly ring: Mesh<RingGeometry, MeshBasicMaterial>;
  private readonly at = new Vector3();
  private readonly bead = new Matrix4();

  constructor(private readonly scene: Scene) {
    const straight = new QuadraticBezierCurve3(new Vector3(), new Vector3(0, 0, -0.5), new Vector3(0, 0, -1));
    this.beam = new Mesh(new TubeGeometry(straight, 12, 0.0022, 6), new ShaderMaterial({
      uniforms: { color: { value: new Color(WARM) } }, vertexShader: BEAM_VERTEX, fragmentShader: BEAM_FRAGMENT,
      transparent: true, depthWrite: false, toneMapped: false,
    }));
    this.dot = new Mesh(new CircleGeometry(0.012, 24), new MeshBasicMaterial({
      color: WARM, transparent: true, opacity: 0.95, depthTest: false, toneMapped: false, fog: false,
    }));
    this.arc = new InstancedMesh(new SphereGeometry(0.009, 8, 6), new MeshBasicMaterial({
      color: WARM, toneMapped: false, fog: false,
    }), MOST_BEADS);
    this.ring = new Mesh(new RingGeometry(0.22, 0.30, 40).rotateX(-Math.PI / 2), new MeshBasicMaterial({
      color: WARM, transparent: true, opacity: 0.9, depthWrite: false, toneMapped: false, fog: false, side: DoubleSide,
    }));
    for (const thing of [this.beam, this.dot, this.arc, this.ring]) {
      thing.frustumCulled = false;
      thing.raycast = () => undefined;
      thing.renderOrder = 30;
      scene.add(thing);
    }
    this.hide();
  }

  hide(): void {
    for (const thing of [this.beam, this.dot, this.arc, this.ring]) thing.visible = false;
  }

  /** A straight ray from a hand; with a distance, a dot where it ends. */
  point(origin: Vector3, direction: Vector3, distance: number | null, eye: Vector3): void {
    this.hide();
    const length = Math.min(distance ?? REACH, REACH);
    this.beam.visible = true;
    this.beam.position.copy(origin);
    this.beam.lookAt(this.at.copy(origin).sub(direction));
    this.beam.scale.set(1, 1, length);
    if (distance === null) return;
    this.dot.visible = true;
    this.dot.position.copy(origin).addScaledVector(direction, distance);
    this.dot.lookAt(eye);
    this.dot.scale.setScalar(Math.max(0.6, this.dot.position.distanceTo(eye) * 0.55));
  }

  /** A teleport's throw; `landing` is null where nobody may stand. */
  throw(points: readonly Vec3[], landing: Vec3 | null): void {
    this.hide();
    this.arc.count = Math.min(points.length, MOST_BEADS);
    for (let at = 0; at < this.arc.count; at++) this.arc.setMatrixAt(at, this.bead.makeTranslation(...points[at]!));
    this.arc.instanceMatrix.needsUpdate = true;
    this.arc.visible = true;
    this.arc.material.color.set(landing ? WARM : REFUSED);
    this.ring.visible = landing !== null;
    if (landing) this.ring.position.set(landing[0], landing[1] + 0.03, landing[2]);
  }

  dispose(): void {
    for (const thing of [this.beam, this.dot, this.arc, this.ring]) {
      this.scene.remove(thing);
      thing.geometry.dispose();
      thing.material.dispose();
    }
  }
}
