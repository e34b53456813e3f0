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
      handler(html, { bundle, filename }) {
        if (!bundle || !filename.endsWith('index.html')) return [];
        const chunks = new Map(Object.values(bundle)
          .filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
        const stage = [...chunks.values()].find((chunk) => STAGE.test(chunk.facadeModuleId ?? ''));
        const names = new Set<string>();
        const add = (name: string): void => {
          if (names.has(name) || html.includes(name)) return;
          names.add(name);
          chunks.get(name)?.imports.forEach(add);
        };
        if (stage) add(stage.fileName);
        return [...names].map((name): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/client/${name}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
