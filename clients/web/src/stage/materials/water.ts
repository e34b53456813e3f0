/** Still water: ripples that drift, the sky mirrored in it, the sun glittering on it. */

import { Color, ShaderMaterial, type Texture, UniformsLib, UniformsUtils } from 'three';
import { type Atmosphere, SKY_GLSL } from '../sky/atmosphere';

const VERTEX = /* glsl */ `
#include <common>
#include <fog_pars_vertex>
varying vec3 place;
void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  place = world.xyz;
  vec4 mvPosition = viewMatrix * world;
  gl_Position = projectionMatrix * mvPosition;
  #include <fog_vertex>
}
`;

const FRAGMENT = /* glsl */ `
#include <common>
#include <fog_pars_fragment>
${SKY_GLSL}
uniform sampler2D noise;
uniform float time;
uniform vec3 deep;
varying vec3 place;

vec2 slope(vec2 p) { return texture2D(noise, p).rg - 0.5; }

/** What stands around a lake, cheaply: a soft dark band of trees below the sky. */
vec3 mirrorOf(vec3 d) {
  vec3 trees = ground * vec3(0.14, 0.24, 0.13) + horizon * vec3(0.08, 0.12, 0.13);
  return mix(trees, skyLight(d) * vec3(0.82, 0.92, 0.98), smoothstep(0.02, 0.30, d.y));
}

void main() {
  vec3 toEye = cameraPosition - place;
  float far = length(toEye);
  vec3 look = -toEye / far;
  vec2 p = place.xz;
  vec2 ripple = slope(p * 0.031 + vec2(time * 0.005, time * 0.004))
              + slope(p * 0.113 - vec2(time * 0.011, time * 0.008)) * 0.7
              + slope(p * 0.37 + vec2(time * 0.02, -time * 0.016)) * 0.4;
  ripple *= 0.20 / (1.0 + far * 0.012);
  vec3 n = normalize(vec3(ripple.x, 1.0, ripple.y));
  float facing = clamp(dot(-look, n), 0.0, 1.0);
  float fresnel = 0.025 + 0.975 * pow(1.0 - facing, 4.2);
  vec3 mirrored = reflect(look, n);
  mirrored.y = abs(mirrored.y) + 0.004;
  vec3 body = deep * (0.55 + 0.9 * horizon) + deep * sunColor * 0.25 * max(sunDirection.y, 0.0);
  vec3 reflected = mirrorOf(normalize(mirrored));
  vec3 light = mix(body, reflected, fresnel * 0.84);
  float glint = pow(max(dot(normalize(mirrored), sunDirection), 0.0), 420.0);
  light += sunColor * glint * 2.2;
  gl_FragColor = vec4(light, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
  #include <fog_fragment>
}
`;

/** Deep water, for a file that paints its water white and leaves the colour to us. */
const DEEP = new Color(0.022, 0.085, 0.095);

/** One water material; `color` is what one sees looking straight down. */
export function createWater(atmosphere: Atmosphere, noise: Texture, color: Color): ShaderMaterial {
  return new ShaderMaterial({
    name: 'water',
    uniforms: {
      ...UniformsUtils.clone(UniformsLib.fog),
      ...atmosphere,
      noise: { value: noise },
      deep: { value: color.getHex() === 0xffffff ? DEEP : color.clone() },
    },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    fog: true,
  });
}
