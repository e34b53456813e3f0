/** Darkened edges while one is moved: the calm part of the view stays in the middle. */

import { type Camera, Mesh, PlaneGeometry, ShaderMaterial } from 'three';
import { ease } from '../stage/frame';

const VERTEX = /* glsl */ `
varying vec2 at;
void main() { at = position.xy; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }
`;
const FRAGMENT = /* glsl */ `
uniform float strength;
varying vec2 at;
void main() {
  float edge = smoothstep(mix(1.5, 0.34, strength), mix(2.0, 0.74, strength), length(at));
  gl_FragColor = vec4(0.0, 0.0, 0.0, edge);
}
`;
const DISTANCE = 0.5;

export class Vignette {
  private readonly mesh: Mesh<PlaneGeometry, ShaderMaterial>;
  private strength = 0;
  private wanted = 0;

  constructor(camera: Camera) {
    this.mesh = new Mesh(new PlaneGeometry(5, 5), new ShaderMaterial({
      uniforms: { strength: { value: 0 } }, vertexShader: VERTEX, fragmentShader: FRAGMENT,
      transparent: true, depthTest: false, depthWrite: false, toneMapped: false,
    }));
    this.mesh.position.z = -DISTANCE;
    this.mesh.renderOrder = 100;
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
    this.mesh.raycast = () => undefined;
    camera.add(this.mesh);
  }

  /** Close in for a moment, as at a turn or a jump. */
  pulse(): void {
    this.strength = 1;
  }

  /** Stay closed while `moving`. */
  hold(moving: boolean): void {
    this.wanted = moving ? 1 : 0;
  }

  update(dt: number, enabled: boolean): void {
    this.strength = ease(this.strength, this.wanted, this.wanted ? 12 : 4, dt);
    this.mesh.material.uniforms['strength']!.value = this.strength;
    this.mesh.visible = enabled && this.strength > 0.02;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
