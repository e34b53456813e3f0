/** Decoders that few files need: fetched from our own server when the first such file comes. */

import type { WebGLRenderer } from 'three';
import type { DRACOLoader } from 'three/addons/loaders/DRACOLoader.js';
import type { GLTFLoader, GLTFLoaderPlugin, GLTFParser } from 'three/addons/loaders/GLTFLoader.js';
import type { KTX2Loader } from 'three/addons/loaders/KTX2Loader.js';
import type { Needs } from './decode';

const WORKERS = 2;

/** One of each for a renderer, as each keeps workers of its own. */
export class Decoders {
  private draco: Promise<DRACOLoader> | null = null;
  private ktx2: Promise<KTX2Loader> | null = null;

  constructor(private readonly renderer: WebGLRenderer) {}

  /** Give `loader` what a file needs. */
  async equip(loader: GLTFLoader, { used, ktx2 }: Needs): Promise<void> {
    if (used.includes('KHR_draco_mesh_compression')) loader.setDRACOLoader(await (this.draco ??= openDraco()));
    if (!ktx2) return;
    const transcoder = await (this.ktx2 ??= this.openKtx2());
    loader.setKTX2Loader(transcoder);
    loader.register((parser) => plainKtx2(parser, transcoder));
  }

  dispose(): void {
    for (const one of [this.draco, this.ktx2]) void one?.then((loader) => loader.dispose(), () => undefined);
    this.draco = this.ktx2 = null;
  }

  private async openKtx2(): Promise<KTX2Loader> {
    const { openTranscoder } = await import('./transcoder');
    const loader = await openTranscoder();
    loader.setWorkerLimit(WORKERS);
    return loader.detectSupport(this.renderer);
  }
}

/** Some files name a KTX2 picture as any other, without the extension that would say so. */
function plainKtx2(parser: GLTFParser, loader: KTX2Loader): GLTFLoaderPlugin {
  const { textures = [], images = [] } = parser.json as {
    textures?: { source?: number; extensions?: Record<string, unknown> }[]; images?: { mimeType?: string }[];
  };
  return {
    name: 'LINGJING_plain_ktx2',
    loadTexture: (index) => {
      const { source = -1, extensions = {} } = textures[index] ?? {};
      if (extensions['KHR_texture_basisu'] || images[source]?.mimeType !== 'image/ktx2') return null;
      return parser.loadTextureImage(index, source, loader);
    },
  };
}

async function openDraco(): Promise<DRACOLoader> {
  const { DRACOLoader, DRACO_GLTF_CONFIG } = await import('three/addons/loaders/DRACOLoader.js');
  return new DRACOLoader().setDecoderPath(DRACO_GLTF_CONFIG).setWorkerLimit(WORKERS);
}
