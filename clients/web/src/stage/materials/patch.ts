/** Add a few lines to a built-in material's shaders. */

import type { IUniform, Material } from 'three';

export interface ShaderPatch {
  /** Names the variant: materials with the same key share one program. */
  key: string;
  uniforms: Record<string, IUniform>;
  /** Pairs of `#include` names and what follows them, for either shader. */
  vertex?: { declare?: string; after?: Record<string, string> };
  fragment?: { declare?: string; before?: Record<string, string>; after?: Record<string, string> };
}

const include = (name: string): string => `#include <${name}>`;

/** Patch `material` when it is compiled. */
export function patchShader(material: Material, patch: ShaderPatch): void {
  material.customProgramCacheKey = () => patch.key;
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, patch.uniforms);
    let { vertexShader, fragmentShader } = shader;
    for (const [name, code] of Object.entries(patch.vertex?.after ?? {})) {
      vertexShader = vertexShader.replace(include(name), `${include(name)}\n${code}`);
    }
    for (const [name, code] of Object.entries(patch.fragment?.after ?? {})) {
      fragmentShader = fragmentShader.replace(include(name), `${include(name)}\n${code}`);
    }
    for (const [name, code] of Object.entries(patch.fragment?.before ?? {})) {
      fragmentShader = fragmentShader.replace(include(name), `${code}\n${include(name)}`);
    }
    shader.vertexShader = `${patch.vertex?.declare ?? ''}\n${vertexShader}`;
    shader.fragmentShader = `${patch.fragment?.declare ?? ''}\n${fragmentShader}`;
  };
}
