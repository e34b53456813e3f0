/** The sky itself: gradient, sun, and two drifting layers of soft cloud. */

import { BackSide, BoxGeometry, Mesh, ShaderMaterial, type Texture } from 'three';
import { type Atmosphere, SKY_GLSL } from './atmosphere';

const VERTEX = /* glsl */ `
varying vec3 ray;
void main() {
  ray = position;
  vec4 clip = projectionMatrix * vec4(mat3(viewMatrix) * position, 1.0);
  gl_Position = clip.xyww;
}
`;

const FRAGMENT = /* glsl */ `
${SKY_GLSL}
uniform sampler2D noise;
uniform float time;
varying vec3 ray;

void main() {
  vec3 d = normalize(ray);
  if (outdoor < 0.5) {
    gl_FragColor = vec4(horizon, 1.0);
  } else {
    vec3 light = skyGradient(vec3(d.x, max(d.y, 0.0), d.z));
    float sun = max(dot(d, sunDirection), 0.0);
    light += sunColor * smoothstep(0.9994, 0.9998, sun) * 6.0;
    if (d.y > 0.01) {
      vec2 plane = d.xz / (d.y + 0.16);
      float shape = texture2D(noise, plane * 0.055 + time * 0.00035).b;
      float detail = texture2D(noise, plane * 0.21 - time * 0.0006).b;
      float body = shape * 0.72 + detail * 0.34;
      float cover = smoothstep(0.52, 0.74, body) * smoothstep(0.02, 0.2, d.y);
      float thick = smoothstep(0.6, 0.95, body);
      vec3 lit = vec3(0.92, 0.93, 0.95) + sunColor * (0.12 + 0.5 * pow(sun, 6.0));
      light = mix(light, mix(lit, vec3(0.74, 0.78, 0.84), thick * 0.6), cover * 0.85);
    }
    gl_FragColor = vec4(light, 1.0);
  }
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}
`;

/** A dome that is always centred on the eye and behind everything. */
export function createDome(atmosphere: Atmosphere, noise: Texture): Mesh<BoxGeometry, ShaderMaterial> {
  const material = new ShaderMaterial({
    name: 'sky',
    uniforms: { ...atmosphere, noise: { value: noise } },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: BackSide,
    depthWrite: false,
  });
  const dome = new Mesh(new BoxGeometry(2, 2, 2), material);
  dome.name = 'sky';
  dome.frustumCulled = false;
  dome.matrixAutoUpdate = false;
  // After everything opaque: only the pixels that stay empty pay for clouds.
  dome.renderOrder = 1000;
  return dome;
}
