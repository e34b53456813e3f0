/** The WebGL renderer and the canvas it fills. */

import { CustomToneMapping, PCFShadowMap, SRGBColorSpace, WebGLRenderer } from 'three';
import { type Device, type Governor } from './quality';
import { installToneCurve } from './tonecurve';

/** A renderer for `canvas`; throws when there is no WebGL 2. */
export function createRenderer(canvas: HTMLCanvasElement, antialias: boolean): WebGLRenderer {
  installToneCurve();
  const renderer = new WebGLRenderer({
    canvas, antialias, alpha: false, stencil: false, powerPreference: 'high-performance',
  });
  renderer.outputColorSpace = SRGBColorSpace;
  renderer.toneMapping = CustomToneMapping;
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = PCFShadowMap;
  renderer.shadowMap.autoUpdate = true;
  renderer.info.autoReset = true;
  // Asking a driver for its log makes the page wait until it has compiled.
  renderer.debug.checkShaderErrors = import.meta.env.DEV;
  renderer.xr.enabled = true;
  return renderer;
}

/** The name the driver gives itself, asked of a context that is given up again. */
function readGpu(): string {
  const gl = document.createElement('canvas').getContext('webgl2');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  const gpu: unknown = gl && info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : '';
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return String(gpu);
}

/** What the browser says about the machine. */
export function describeDevice(): Device {
  return {
    coarsePointer: matchMedia('(pointer: coarse)').matches,
    gpu: readGpu(),
    cores: navigator.hardwareConcurrency ?? 4,
    memory: (navigator as { deviceMemory?: number }).deviceMemory,
    headset: /OculusBrowser|PicoBrowser|Quest|Pico/i.test(navigator.userAgent),
  };
}

/** Keep the drawing buffer at the canvas' size; returns how to stop. */
export function fitCanvas(
  renderer: WebGLRenderer, governor: Governor, resized: (width: number, height: number) => void,
): { fit(): void; stop(): void } {
  const canvas = renderer.domElement;
  const fit = (): void => {
    if (renderer.xr.isPresenting) return;
    const width = Math.max(1, canvas.clientWidth), height = Math.max(1, canvas.clientHeight);
    const ratio = Math.min(devicePixelRatio, governor.quality.pixelRatio) * governor.scale;
    renderer.setPixelRatio(ratio);
    renderer.setSize(width, height, false);
    resized(width, height);
  };
  const observer = new ResizeObserver(fit);
  observer.observe(canvas);
  fit();
  return { fit, stop: () => observer.disconnect() };
}
