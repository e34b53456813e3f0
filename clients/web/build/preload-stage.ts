import type { HtmlTagDescriptor, Plugin } from 'vite';

const STAGE = /\/src\/stage\/stage\.ts$/;

/**
 * Ask for the stage's code in the page's head. The application imports it only after it has
 * opened the socket, which would cost the first view one more round trip.
 */
export function preloadStage(): Plugin {
  return {
    name: 'preload-stage',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, filename }) {
        if (!bundle || !filename.endsWith('index.html')) return [];
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const stage = chunks.find((chunk) => STAGE.test(chunk.facadeModuleId ?? ''));
        const names = stage ? [stage.fileName, ...stage.imports] : [];
        return names.map((name): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/client/${name}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
