import { fileURLToPath } from 'node:url';

import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

import { writeBrotli } from '../web/build/write-brotli.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The staff's pages; the server serves `dist` below `/client/desk/` and the page at `/desk`. */
export default defineConfig({
  base: '/client/desk/',
  resolve: { alias: { '@': here('./src'), '@web': here('../web/src') } },
  build: {
    target: ['chrome110', 'safari16', 'firefox115'],
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  plugins: [vue(), writeBrotli()],
  test: { include: ['tests/**/*.test.ts'], environment: 'node' },
});
