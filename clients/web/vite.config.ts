import { defineConfig } from 'vitest/config';

import { preloadStage } from './build/preload-stage.ts';
import { writeBrotli } from './build/write-brotli.ts';

/** The pages of the visitor; the server serves `dist` below `/client/`. */
export default defineConfig({
  base: '/client/',
  build: {
    target: ['chrome92', 'safari15.4', 'firefox100'],
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['index.html'] },
  },
  plugins: [preloadStage(), writeBrotli()],
  test: { include: ['tests/**/*.test.ts'], environment: 'node' },
});
