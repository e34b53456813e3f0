/** The environment map for metal and gloss, made once a hall from our own sky or room. */

import {
  BackSide, BoxGeometry, Mesh, PMREMGenerator, Scene, ShaderMaterial, type Texture, type WebGLRenderer,
} from 'three';
import { type Atmosphere, SKY_GLSL } from './atmosphere';

const VERTEX = /* glsl */ `
varying vec3 ray;
void main() {
  ray = position;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
${SKY_GLSL}
varying vec3 ray;
void main() {
  vec3 d = normalize(ray);
  vec3 light = skyLight(d);
  if (outdoor > 0.5) {
    // A quiet skyline, so that polished things show a horizon with something on it.
    float angle = atan(d.z, d.x);
    float roofs = 0.05 + 0.045 * step(0.0, sin(angle * 7.0)) + 0.03 * step(0.3, sin(angle * 17.0 + 1.0));
    float built = smoothstep(roofs + 0.01, roofs - 0.01, d.y) * smoothstep(-0.06, 0.0, d.y);
    light = mix(light, horizon * 0.55, built * 0.7);
  }
  gl_FragColor = vec4(light, 1.0);
}
`;

/** Light from all around as a prefiltered texture; dispose of it when the hall is left. */
export function createReflections(
  renderer: WebGLRenderer, atmosphere: Atmosphere, size: number,
): { texture: Texture; dispose(): void } {
  const material = new ShaderMaterial({
    uniforms: { ...atmosphere }, vertexShader: VERTEX, fragmentShader: FRAGMENT, side: BackSide,
  });
  const box = new Mesh(new BoxGeometry(20, 20, 20), material);
  const scene = new Scene();
  scene.add(box);
  const generator = new PMREMGenerator(renderer);
  const target = generator.fromScene(scene, 0, 0.1, 50, { size });
  generator.dispose();
  box.geometry.dispose();
  material.dispose();
  return { texture: target.texture, dispose: () => target.dispose() };
}
