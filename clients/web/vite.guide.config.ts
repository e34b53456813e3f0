import { defineConfig } from 'vite';

import { writeBrotli } from './build/write-brotli.ts';

/**
 * The page on which one talks with a guide without the park around. Built by itself: sharing
 * chunks with the visitor's page would cost every visitor's first view some bytes.
 */
export default defineConfig({
  base: '/client/',
  build: {
    target: ['chrome87', 'safari14', 'firefox100'],
    emptyOutDir: false,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['guide.html'] },
  },
  plugins: [writeBrotli()],
});
